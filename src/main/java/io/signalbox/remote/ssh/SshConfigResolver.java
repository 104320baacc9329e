package io.signalbox.remote.ssh;

import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.RemoteException;
import io.signalbox.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code ssh -G}, so that Host, Include, Match and tokens mean what they mean to OpenSSH; it
 * connects to nothing. Like ssh itself it runs the {@code Match exec} commands of the file.
 * Stateless and safe on every thread; blocks for some milliseconds.
 */
final class SshConfigResolver {
  private static final int SECONDS = 10;

  /** OpenSSH's identity files where a configuration names none (readconf.c, 9.2 to 10). */
  private static final List<String> DEFAULT_IDENTITIES =
      Stream.of("rsa", "ecdsa", "ecdsa_sk", "ed25519", "ed25519_sk", "xmss", "dsa")
          .map(name -> "~/.ssh/id_" + name)
          .toList();

  private final SshFiles files;

  SshConfigResolver(SshFiles files) {
    this.files = files;
  }

  /** Resolves an endpoint; overrides of the endpoint win, as on ssh's command line. */
  SshTarget resolve(SshEndpoint endpoint) throws RemoteException, InterruptedException {
    Map<String, List<String>> answer = ask(command(endpoint), endpoint.host());
    refuseWhatIsNotSpoken(endpoint.host(), answer);
    String hostname = first(answer, "hostname", endpoint.host());
    String user = first(answer, "user", "");
    SshNames.checkHost(hostname);
    SshNames.checkUser(user);
    int port = Integer.parseInt(first(answer, "port", "22"));
    SshTarget plain =
        new SshTarget(
            endpoint.host(),
            hostname,
            port,
            user,
            List.of(),
            List.of(),
            first(answer, "identitiesonly", "no").equals("yes"),
            agent(first(answer, "identityagent", "SSH_AUTH_SOCK")),
            knownHosts(answer),
            first(answer, "hashknownhosts", "no").equals("yes"),
            answer.containsKey("hostkeyalias") ? first(answer, "hostkeyalias", "") : null,
            jumps(first(answer, "proxyjump", "none")));
    return withIdentities(plain, answer);
  }

  private SshTarget withIdentities(SshTarget target, Map<String, List<String>> answer) {
    List<String> named = answer.getOrDefault("identityfile", List.of());
    // with a configuration of its own nothing of the user's is read, so not their default keys
    boolean defaults = files.config() != null && isDefault(named);
    return new SshTarget(
        target.alias(),
        target.hostname(),
        target.port(),
        target.user(),
        defaults ? List.of() : paths(named, target),
        paths(answer.getOrDefault("certificatefile", List.of()), target),
        target.identitiesOnly(),
        target.agentSocket(),
        target.knownHosts(),
        target.hashKnownHosts(),
        target.hostKeyAlias(),
        target.jumps());
  }

  private static boolean isDefault(List<String> named) {
    return named.size() > 1 && DEFAULT_IDENTITIES.containsAll(named);
  }

  private List<String> command(SshEndpoint endpoint) throws RemoteException {
    SshNames.checkHost(endpoint.host());
    List<String> argv = new ArrayList<>(List.of("ssh", "-G"));
    if (files.config() != null) {
      argv.addAll(List.of("-F", files.config().toString()));
    }
    if (endpoint.port() != null) {
      SshNames.checkPort(endpoint.port());
      argv.addAll(List.of("-p", endpoint.port().toString()));
    }
    if (endpoint.user() != null) {
      SshNames.checkUser(endpoint.user());
      argv.addAll(List.of("-l", endpoint.user()));
    }
    if (endpoint.jump() != null) {
      for (String hop : endpoint.jump().split(",", -1)) {
        SshEndpoint parsed = JumpSpec.parse(hop, null);
        SshNames.checkHost(parsed.host());
        if (parsed.user() != null) {
          SshNames.checkUser(parsed.user());
        }
      }
      argv.addAll(List.of("-J", endpoint.jump()));
    }
    argv.addAll(List.of("--", endpoint.host()));
    return argv;
  }

  private static Map<String, List<String>> ask(List<String> argv, String host)
      throws RemoteException, InterruptedException {
    try {
      Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
      process.getOutputStream().close();
      CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS)
          .execute(process::destroyForcibly);
      try (var out = process.getInputStream()) {
        String text = new String(out.readNBytes(1 << 20), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw refused(host, "says: " + SafeText.block(text).strip(), null);
        }
        return parse(text);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw refused(host, "could not be started (is the OpenSSH client installed?)", e);
    }
  }

  private static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> answer = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int space = line.indexOf(' ');
      if (space > 0) {
        answer
            .computeIfAbsent(
                line.substring(0, space).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(line.substring(space + 1).strip());
      }
    }
    return answer;
  }

  private static void refuseWhatIsNotSpoken(String host, Map<String, List<String>> answer)
      throws RemoteException {
    for (String key : List.of("proxycommand", "pkcs11provider")) {
      String value = first(answer, key, "none");
      if (!value.equals("none")) {
        throw new RemoteException(
            RemoteException.Kind.CONFIGURATION,
            "the SSH configuration of "
                + host
                + " uses "
                + key
                + " ("
                + SafeText.line(value)
                + "), which this console does not carry out; use ProxyJump, or a key file or an"
                + " agent, for this host",
            null);
      }
    }
  }

  private List<Path> knownHosts(Map<String, List<String>> answer) {
    if (files.knownHosts() != null) {
      return List.of(files.knownHosts());
    }
    return Stream.of("userknownhostsfile", "globalknownhostsfile")
        .flatMap(key -> Arrays.stream(first(answer, key, "").split(" +", -1)))
        .filter(name -> !name.isBlank() && !name.equals("none"))
        .map(this::path)
        .toList();
  }

  private @Nullable Path agent(String setting) {
    return switch (setting) {
      case "none" -> null;
      case "SSH_AUTH_SOCK" -> files.agentSocket();
      default -> setting.startsWith("$") ? files.agentSocket() : path(setting);
    };
  }

  private static List<String> jumps(String setting) {
    return setting.equals("none") ? List.of() : List.of(setting.split(",", -1));
  }

  private List<Path> paths(List<String> names, SshTarget target) {
    return names.stream()
        .filter(name -> !name.equals("none"))
        .map(name -> path(tokens(name, target)))
        .toList();
  }

  /** The tokens of IdentityFile and CertificateFile that {@code ssh -G} leaves as they are. */
  private String tokens(String name, SshTarget target) {
    return name.replace("%d", files.home().toString())
        .replace("%h", target.hostname())
        .replace("%n", target.alias())
        .replace("%p", Integer.toString(target.port()))
        .replace("%r", target.user())
        .replace("%u", System.getProperty("user.name", ""))
        .replace("%%", "%");
  }

  private Path path(String name) {
    String bare = name.replaceAll("^\"|\"$", "");
    return bare.startsWith("~/") ? files.home().resolve(bare.substring(2)) : Path.of(bare);
  }

  private static String first(Map<String, List<String>> answer, String key, String fallback) {
    return answer.getOrDefault(key, List.of(fallback)).getFirst();
  }

  private static RemoteException refused(String host, String what, @Nullable Throwable cause) {
    return new RemoteException(
        RemoteException.Kind.CONFIGURATION,
        "the SSH configuration for " + host + " could not be read: ssh -G " + what,
        cause);
  }
}
