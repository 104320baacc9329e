package io.signalbox.approval;

import io.signalbox.action.ActionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** In a folder of this machine, where the environment has no control host. */
public final class LocalBox implements RequestBox {
  private final Path folder;

  /** In this folder; it is made when first written to. */
  public LocalBox(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean create(String name, String text) throws ActionException {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".new", "");
      try {
        Files.writeString(part, text);
        // a link is there whole or not at all, and never over another
        Files.createLink(folder.resolve(name), part);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ActionException(
          path(name) + " could not be written: " + e + "; make the folder writable");
    }
  }

  @Override
  public Optional<String> read(String name) throws ActionException {
    try {
      return Optional.of(
          new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ActionException(path(name) + " could not be read: " + e);
    }
  }

  @Override
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public String host() {
    return "";
  }
}
