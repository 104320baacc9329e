package io.signalbox.app;

import io.signalbox.procedure.RunbookFiles;
import io.signalbox.runbook.Placeholder;
import io.signalbox.runbook.Problem;
import io.signalbox.runbook.Runbook;
import io.signalbox.runbook.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code signalbox runbook lint}: what is in runbooks, and what their authors should mend. */
@Command(
    name = "lint",
    description = "Lists steps, placeholders, danger and problems of runbooks; needs no profile.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:no problem", "1:problems were found", "2:bad usage, or no such path"})
final class RunbookLintVerb implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
  private List<String> paths = List.of();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    CommandLine line = Console.of(spec);
    Map<String, Runbook> found = new LinkedHashMap<>();
    for (String path : paths) {
      try {
        read(path, found);
      } catch (IOException | InvalidPathException e) {
        line.getErr().println(path + " cannot be read: " + e);
        return ExitCode.BAD_USAGE_OR_PROFILE;
      }
    }
    line.getOut().print(json ? json(found) : text(found));
    line.getOut().flush();
    boolean clean = found.values().stream().allMatch(one -> one.problems().isEmpty());
    return clean ? ExitCode.OK : ExitCode.FAILED;
  }

  private static void read(String path, Map<String, Runbook> into) throws IOException {
    Path place = Path.of(path);
    if (Files.isDirectory(place)) {
      RunbookFiles files = new RunbookFiles(place);
      for (String name : files.list()) {
        into.put(place.resolve(name).toString(), files.read(name));
      }
      return;
    }
    if (!Files.exists(place)) {
      throw new IOException("no such file or folder");
    }
    Path folder = place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("it is no file");
    }
    into.put(path, new RunbookFiles(folder).read(String.valueOf(place.getFileName())));
  }

  private static String json(Map<String, Runbook> found) {
    ObjectNode root = RunbookJson.object();
    ArrayNode files = root.putArray("files");
    found.forEach((path, runbook) -> RunbookJson.lint(files.addObject(), path, runbook));
    return RunbookJson.text(root) + "\n";
  }

  private static String text(Map<String, Runbook> found) {
    StringBuilder out = new StringBuilder();
    found.forEach(
        (path, runbook) -> {
          out.append(path).append("  ").append(runbook.title()).append('\n');
          runbook.steps().forEach(step -> out.append(step(step)));
          for (Problem problem : runbook.problems()) {
            out.append("  %s:%d: %s%n".formatted(path, problem.line(), problem.message()));
          }
        });
    return out.toString();
  }

  private static String step(Step step) {
    String gaps =
        step.placeholders().stream().map(Placeholder::written).collect(Collectors.joining(" "));
    return "  %5d  %-8s %-11s %s%s%s%n"
        .formatted(
            step.line(),
            step.language().isEmpty() ? "-" : step.language(),
            step.runnable() ? step.danger().word() : "shown",
            step.heading(),
            step.targets().isEmpty() ? "" : "  on " + String.join(", ", step.targets()),
            gaps.isEmpty() ? "" : "  needs " + gaps);
  }
}
