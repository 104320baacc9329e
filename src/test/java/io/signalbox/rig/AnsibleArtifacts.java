package io.signalbox.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The folder of artifacts {@code shop-VERSION.tar.gz}, each with its checksum beside it. */
public final class AnsibleArtifacts {
  private final Path folder;

  AnsibleArtifacts(Path folder) {
    this.folder = folder;
  }

  /** Makes the artifact of a version whose database schema is number 12. */
  public Path seed(String version) throws IOException {
    return seed(version, 12);
  }

  /** Makes the artifact of a version with this database schema. */
  public Path seed(String version, int schema) throws IOException {
    Path work = Files.createTempDirectory(folder, ".work");
    for (String component : AnsibleHost.UNITS.keySet()) {
      Files.createDirectories(work.resolve(component));
      Files.writeString(work.resolve(component).resolve("version.txt"), version + "\n");
      Files.writeString(work.resolve(component).resolve("app.txt"), component + " " + version);
    }
    Files.writeString(
        work.resolve("manifest.json"),
        "{\"name\": \"shop\", \"version\": \"%s\", \"schema\": %d}%n".formatted(version, schema));
    RealSshd.run(
        "tar",
        "--owner=0",
        "--group=0",
        "-czf",
        file(version).toString(),
        "-C",
        work.toString(),
        "backend",
        "frontend",
        "manifest.json");
    RealSshd.run("rm", "-r", work.toString());
    sign(version);
    return file(version);
  }

  private void sign(String version) throws IOException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file(version)));
      Files.writeString(
          folder.resolve("shop-" + version + ".tar.gz.sha256"),
          HexFormat.of().formatHex(sum) + "  shop-" + version + ".tar.gz\n");
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  /** Cuts the artifact to half, as an upload that broke off; its checksum stays. */
  public void cut(String version) throws IOException {
    byte[] whole = Files.readAllBytes(file(version));
    Files.write(file(version), java.util.Arrays.copyOf(whole, whole.length / 2));
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Where a version's artifact lies. */
  public Path file(String version) {
    return folder.resolve("shop-" + version + ".tar.gz");
  }
}
