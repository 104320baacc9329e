package io.signalbox.remote.ssh;

import io.signalbox.profile.SshEndpoint;
import io.signalbox.remote.RemoteException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one hop of a ProxyJump: {@code [user@]host[:port]} or {@code ssh://…}, IPv6 in brackets.
 */
final class JumpSpec {
  private static final Pattern SHAPE =
      Pattern.compile("(?:ssh://)?(?:([^@]+)@)?(\\[[^\\]]+\\]|[^:@\\[\\]]+)(?::(\\d{1,5}))?/?");

  private JumpSpec() {}

  /** The hop as an endpoint; {@code before} are the hops before it, null for its own setting. */
  static SshEndpoint parse(String spec, @Nullable String before) throws RemoteException {
    Matcher matcher = SHAPE.matcher(spec.strip());
    if (!matcher.matches()) {
      throw new RemoteException(
          RemoteException.Kind.CONFIGURATION,
          "the jump host \""
              + spec
              + "\" is not of the form [user@]host[:port]; correct ProxyJump"
              + " in the SSH configuration or ssh.jump in the profile",
          null);
    }
    String host = matcher.group(2).replaceAll("[\\[\\]]", "");
    Integer port = matcher.group(3) == null ? null : Integer.valueOf(matcher.group(3));
    return new SshEndpoint(host, port, matcher.group(1), before);
  }
}
