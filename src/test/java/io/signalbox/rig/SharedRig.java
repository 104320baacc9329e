package io.signalbox.rig;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one and the same rig to all tests of a class, for rigs that take their time to start: made
 * in a folder of its own for the first who asks for it, closed and deleted after the last test.
 *
 * @param <R> the rig, which a test asks for by a parameter of this type
 */
public abstract class SharedRig<R extends AutoCloseable> implements ParameterResolver {
  private final Class<R> type;
  private final Making<R> making;

  /** How a rig is made in a folder. */
  @FunctionalInterface
  protected interface Making<R> {
    /** Starts it. */
    R in(Path folder) throws Exception;
  }

  private record Kept(Path folder, AutoCloseable rig) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      rig.close();
      Folders.delete(folder);
    }
  }

  /** Rigs of this type, made so. */
  protected SharedRig(Class<R> type, Making<R> making) {
    this.type = type;
    this.making = making;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass
        .getStore(Namespace.create(SharedRig.class))
        .computeIfAbsent(type, _ -> kept(), Kept.class)
        .rig();
  }

  private Kept kept() {
    try {
      Path folder = Files.createTempDirectory("rig-");
      return new Kept(folder, making.in(folder));
    } catch (Exception e) {
      throw new IllegalStateException("the rig could not be started: " + e.getMessage(), e);
    }
  }
}
