package io.signalbox.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fake {@code systemctl}, {@code sudo} and {@code journalctl} on a {@link RealSshd}: one service
 * that can be restarted, and a record of every call. State lies in files, so it outlives a
 * connection.
 */
public final class FakeService {
  private final RealSshd sshd;
  private final Path folder;

  /** Installs the commands; the service is loaded and active since a fixed time. */
  public FakeService(RealSshd sshd, Path folder) throws IOException {
    this.sshd = sshd;
    this.folder = Files.createDirectories(folder);
    entered("Mon 2026-01-05 08:00:00 UTC");
    state("active");
    Files.writeString(folder.resolve("restart.sh"), succeed());
    sshd.fake("systemctl", systemctl());
    sshd.fake("sudo", "echo \"sudo $*\" >> " + calls() + "\nshift\nexec \"$@\"\n");
    sshd.fake(
        "journalctl",
        "echo \"journalctl $*\" >> " + calls() + "\necho '2026-01-05T08:00:01+0000 a b: ready'\n");
  }

  private String systemctl() {
    return "echo \"systemctl $*\" >> "
        + calls()
        + "\nif [ \"$1\" = restart ]; then . "
        + folder.resolve("restart.sh")
        + "; fi\nif [ \"$4\" = no-such-unit.service ]; then\n"
        + "printf 'LoadState=not-found\\nActiveState=inactive\\nSubState=dead\\nResult=success\\n"
        + "ExecMainStatus=0\\nNRestarts=0\\nActiveEnterTimestamp=\\n'; exit 0; fi\n"
        + "printf 'LoadState=loaded\\nActiveState=%s\\nSubState=running\\nResult=success\\n"
        + "ExecMainStatus=0\\nNRestarts=0\\nActiveEnterTimestamp=%s\\n' \"$(cat "
        + folder.resolve("state")
        + ")\" \"$(cat "
        + folder.resolve("entered")
        + ")\"\n";
  }

  private String succeed() {
    return "echo 'Mon 2026-01-05 09:30:00 UTC' > "
        + folder.resolve("entered")
        + "; echo active > "
        + folder.resolve("state")
        + "; echo restarted; exit 0\n";
  }

  /** What a restart does from now on, as shell text. */
  public void onRestart(String script) throws IOException {
    Files.writeString(folder.resolve("restart.sh"), script + "\n");
  }

  /** What ActiveState says from now on. */
  public void state(String state) throws IOException {
    Files.writeString(folder.resolve("state"), state);
  }

  /** What ActiveEnterTimestamp says from now on. */
  public void entered(String stamp) throws IOException {
    Files.writeString(folder.resolve("entered"), stamp);
  }

  /** The record of calls; does not exist before the first. */
  public Path calls() {
    return folder.resolve("calls");
  }

  /** All calls so far. */
  public List<String> called() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** The server it is installed on. */
  public RealSshd sshd() {
    return sshd;
  }
}
