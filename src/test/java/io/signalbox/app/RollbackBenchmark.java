package io.signalbox.app;

import io.signalbox.rig.Folders;
import io.signalbox.rig.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** One playbook by the console's whole road against plain {@code ssh … ansible-playbook}. */
public final class RollbackBenchmark {
  private static final int COUNTED = 3;
  private static final int TASKS = 100;

  /** Prints the ratio of the medians; the console's road includes pre-flight and read-back. */
  public void run() throws Exception {
    Path folder = Files.createTempDirectory("rollback-bench");
    try (RollbackRig rig = new RollbackRig(folder)) {
      rig.without("versionUrl").without("stateFile").without("artifact");
      rig.playbook("bench.yml", playbook());
      double[] road = new double[COUNTED];
      double[] plain = new double[COUNTED];
      for (int i = 0; i < COUNTED; i++) {
        String to = i % 2 == 0 ? "1.4.1" : "1.5.0";
        Run preview = rig.preview(to);
        if (preview.code() != 0) {
          throw new IOException(preview.out() + preview.err());
        }
        long start = System.nanoTime();
        Run run = rig.confirmed(to);
        road[i] = (System.nanoTime() - start) / 1e9;
        if (run.code() != 0) {
          throw new IOException(run.out() + run.err());
        }
        start = System.nanoTime();
        String told = plain(rig, to);
        plain[i] = (System.nanoTime() - start) / 1e9;
        if (!told.contains("failed=0")) {
          throw new IOException(told);
        }
      }
      Arrays.sort(road);
      Arrays.sort(plain);
      double ratio = road[COUNTED / 2] / plain[COUNTED / 2];
      System.out.printf(
          "rollback: %d tasks on 3 hosts, console's road %.2f s, plain ssh %.2f s, ratio %.2f%n",
          TASKS, road[COUNTED / 2], plain[COUNTED / 2], ratio);
    } finally {
      Folders.delete(folder);
    }
  }

  private static String plain(RollbackRig rig, String to) throws IOException {
    return RealSshd.run(
        "ssh",
        "-F",
        rig.ansible().config().toString(),
        "-o",
        "UserKnownHostsFile=" + rig.ansible().knownHosts(),
        "-p",
        Integer.toString(rig.ansible().control().port()),
        rig.ansible().control().user() + "@127.0.0.1",
        "cd "
            + rig.ansible().directory()
            + " && LC_ALL=C.UTF-8 ANSIBLE_NOCOLOR=1 ansible-playbook -i "
            + rig.ansible().rollback().inventory()
            + " -e target_version="
            + to
            + " bench.yml");
  }

  private static String playbook() {
    StringBuilder text = new StringBuilder("- hosts: app\n  gather_facts: false\n  tasks:\n");
    for (int i = 1; i < TASKS; i++) {
      text.append("    - ansible.builtin.debug: { msg: \"").append(i).append("\" }\n");
    }
    return text.append("    - ansible.builtin.copy:\n")
        .append("        dest: \"{{ app_root }}/opt/shop/version.txt\"\n")
        .append("        content: \"{{ target_version }}\"\n")
        .toString();
  }
}
