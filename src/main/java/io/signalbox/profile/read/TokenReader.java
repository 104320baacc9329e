package io.signalbox.profile.read;

import io.signalbox.profile.TokenRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads where a token is kept; a token itself is refused and never repeated in a message. */
final class TokenReader {
  private final Values values;

  TokenReader(Values values) {
    this.values = values;
  }

  Optional<TokenRef> read(Fields parent, String key) {
    Node node = parent.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof MappingNode)) {
      parent.problems().add(node, parent.field(key), SecretScan.ADVICE);
      return Optional.empty();
    }
    return values.section(parent, key).flatMap(this::reference);
  }

  private Optional<TokenRef> reference(Fields fields) {
    List<TokenRef> given = new ArrayList<>();
    values.text(fields, "env").ifPresent(name -> given.add(new TokenRef.Environment(name)));
    if (values.flag(fields, "gh", false)) {
      given.add(new TokenRef.GithubCli());
    }
    values.text(fields, "keyring").ifPresent(name -> given.add(new TokenRef.Keyring(name)));
    values.path(fields, "file").ifPresent(path -> given.add(new TokenRef.TokenFile(path)));
    fields.noOthers();
    if (given.size() != 1) {
      fields
          .problems()
          .add(
              fields.node(),
              fields.path(),
              "must name exactly one place: env, gh, keyring or file");
      return Optional.empty();
    }
    return Optional.of(given.getFirst());
  }
}
