package io.signalbox.profile.read;

import io.signalbox.profile.ApproverProfile;
import io.signalbox.profile.EnvironmentProfile;
import io.signalbox.profile.ReviewProfile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code environment}. */
final class EnvironmentReader {
  private static final List<String> COLOURS =
      List.of("red", "amber", "green", "blue", "violet", "grey");
  private static final Pattern KEY = Pattern.compile("(ssh|ecdsa|sk)-\\S+\\s+\\S+");

  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
  private static final Pattern WORKFLOW = Pattern.compile("[\\w.-]+\\.ya?ml");

  private final Values values;

  EnvironmentReader(Values values) {
    this.values = values;
  }

  Optional<EnvironmentProfile> read(Fields top) {
    Optional<Fields> section = values.section(top, "environment");
    if (section.isEmpty()) {
      if (top.get("environment") == null) {
        top.missing(
            "environment.name", "name the environment, e.g. `environment: { name: staging }`");
      }
      return Optional.empty();
    }
    Fields fields = section.get();
    Optional<String> name = values.text(fields, "name").filter(text -> !text.isBlank());
    if (name.isEmpty() && fields.get("name") == null) {
      fields.missing("name", "name the environment, e.g. `name: staging`");
    }
    name.filter(text -> text.codePoints().anyMatch(EnvironmentReader::unseen))
        .ifPresent(
            _ ->
                fields
                    .problems()
                    .add(
                        Optional.ofNullable(fields.get("name")).orElse(fields.node()),
                        fields.field("name"),
                        "holds characters that nobody sees, and it has to be typed to confirm;"
                            + " write it without them"));
    String colour = values.text(fields, "colour").orElse("grey");
    if (!COLOURS.contains(colour)) {
      fields
          .problems()
          .add(
              Optional.ofNullable(fields.get("colour")).orElse(fields.node()),
              fields.field("colour"),
              "is not a known colour; use " + String.join(", ", COLOURS));
      colour = "grey";
    }
    boolean isProtected = values.flag(fields, "protected", false);
    boolean readOnly = values.flag(fields, "readOnly", true);
    List<ApproverProfile> approvers = approvers(fields);
    ReviewProfile review = values.section(fields, "review").flatMap(this::review).orElse(null);
    fields.noOthers();
    String shown = colour;
    return name.map(
        text -> new EnvironmentProfile(text, shown, isProtected, readOnly, approvers, review));
  }

  private static boolean unseen(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
  }

  private Optional<ReviewProfile> review(Fields fields) {
    Optional<String> repository = values.text(fields, "repository");
    String workflow = values.text(fields, "workflow").orElse("signalbox-approval.yml");
    String environment = values.text(fields, "environment").orElse("signalbox-approval");
    fields.noOthers();
    if (repository.isEmpty()) {
      if (fields.get("repository") == null) {
        fields.missing("repository", "name the repository, as `repository: acme/shop`");
      }
      return Optional.empty();
    }
    boolean right =
        matches(fields, "repository", repository.get(), REPOSITORY, "use `owner/name`")
            & matches(fields, "workflow", workflow, WORKFLOW, "name its file, as `approval.yml`");
    return right
        ? Optional.of(new ReviewProfile(repository.get(), workflow, environment))
        : Optional.empty();
  }

  private static boolean matches(
      Fields fields, String key, String text, Pattern shape, String right) {
    Node node = fields.get(key);
    if (node == null || shape.matcher(text).matches()) {
      return true;
    }
    fields.problems().add(node, fields.field(key), "is not of the right form; " + right);
    return false;
  }

  private List<ApproverProfile> approvers(Fields fields) {
    return values.sections(
        fields,
        "approvers",
        approver -> {
          Optional<String> name = values.text(approver, "name").filter(text -> !text.isBlank());
          if (name.isEmpty()) {
            approver.missing("name", "name the person who may approve");
          }
          String ssh = values.text(approver, "ssh").orElse("");
          Node key = approver.get("ssh");
          if (key != null && !ssh.isEmpty() && !KEY.matcher(ssh).lookingAt()) {
            approver
                .problems()
                .add(
                    key,
                    approver.field("ssh"),
                    "is no public key; give the .pub file's whole line, as `ssh-ed25519 AAAA…`");
          }
          String github = values.text(approver, "github").orElse("");
          return name.map(who -> new ApproverProfile(who, ssh, github));
        });
  }
}
