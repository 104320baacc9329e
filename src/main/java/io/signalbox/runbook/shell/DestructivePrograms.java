package io.signalbox.runbook.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Command lines that lose data, stop what others use, or can cut the session they come by. The
 * first pattern that fits says why.
 */
final class DestructivePrograms {
  private static final String SESSION =
      "(networking|network|network-?manager|systemd-networkd|systemd-resolved|wpa_supplicant|ssh|sshd"
          + "|firewalld|nftables|iptables|ufw|dbus|systemd-logind|netplan.*)(\\.service|\\.socket)?";

  private static final String SYSTEMCTL = "systemctl (-\\S+ )*";

  private static final Map<Pattern, String> LINES = new LinkedHashMap<>();

  static {
    line(SYSTEMCTL + "(stop|kill|isolate|mask)( .*)?", "stops a service");
    line(
        "systemctl (.* )?--now( .*)? disable( .*)?|" + SYSTEMCTL + "disable .*--now.*",
        "stops a service");
    line(
        SYSTEMCTL
            + "(reboot|poweroff|halt|kexec|rescue|emergency|suspend|hibernate|soft-reboot|exit)("
            + " .*)?",
        "takes the machine down");
    line(
        SYSTEMCTL
            + "(restart|try-restart|reload-or-restart|force-reload) (.* )?"
            + SESSION
            + "( .*)?",
        "can cut the session that it comes by");
    line(
        SYSTEMCTL + "(restart|try-restart) (.* )?(docker|containerd|podman)(\\.service)?( .*)?",
        "ends every container on the machine");
    line("service \\S+ stop.*|rc-service \\S+ stop.*", "stops a service");
    line(
        "(service|rc-service) " + SESSION + " (restart|force-reload).*",
        "can cut the session that it comes by");
    line("/etc/init\\.d/\\S+ stop.*", "stops a service");
    line("\\S*svc\\.sh (stop|uninstall).*", "stops a service");
    line("rm (.* )?(-[a-zA-Z]*[rR][a-zA-Z]*|--recursive)( .*)?", "deletes whole folders");
    line("rm .*[*?].*", "deletes by a pattern");
    line("find .*-delete.*", "deletes what it finds");
    line("(shred|srm|wipe|wipefs|blkdiscard)( .*)?", "destroys data");
    line("truncate .*", "cuts a file");
    line("(mkfs|mke2fs|mkswap|newfs)(\\.\\S+)?( .*)?", "overwrites a file system");
    line("dd( .*)? of=.*", "overwrites what it writes to");
    line("(fdisk|sfdisk|gdisk|sgdisk|parted|cfdisk)( .*)?", "changes partitions");
    line("(lv|vg|pv)(remove|reduce)( .*)?|(zfs|zpool) (destroy|rollback).*", "destroys a volume");
    line("cryptsetup (luksFormat|erase|luksErase).*", "destroys a volume");
    line(
        "(kill|pkill|killall)( .*)? (-9|-KILL|-SIGKILL|-s ?(9|KILL|SIGKILL)"
            + "|--signal[= ](9|KILL|SIGKILL))( .*)?",
        "kills without a chance to end well");
    line("(kill|pkill|killall) -n 9.*", "kills without a chance to end well");
    line(
        "ip6?tables(-legacy|-nft)?( .*)? (-F|--flush|-X|--delete-chain|-P|--policy|-Z)( .*)?",
        "changes the firewall as a whole and can cut the session");
    line(
        "ip6?tables(-legacy|-nft)? .*(DROP|REJECT).*",
        "closes the firewall and can cut the session");
    line(
        "ip6?tables(-legacy|-nft)?( .*)? (-D|--delete) .*",
        "takes a firewall rule away and can cut the session");
    line(
        "(iptables|ip6tables)-restore( .*)?|nft (.* )?(flush|delete|destroy) .*|nft -f .*",
        "changes the firewall as a whole and can cut the session");
    line(
        "ufw (--force )?(enable|disable|reset|deny|reject|delete)( .*)?",
        "changes the firewall as a whole and can cut the session");
    line("ip (-\\S+ )*(link|l) (set|s) .*\\bdown\\b.*", "takes the network down");
    line(
        "ip (-\\S+ )*(addr|address|a|route|r|rule|link|neigh)\\S* (del|delete|flush|d|f)\\b.*",
        "can cut the session that it comes by");
    line(
        "(ifdown|ifup)( .*)?|ifconfig \\S+ down.*|netplan (apply|try).*|dhclient .*-r.*",
        "can cut the session that it comes by");
    line("nmcli .*\\b(down|delete|off|disconnect|reapply)\\b.*", "can cut the session");
    line("(reboot|shutdown|poweroff|halt|telinit|init)( .*)?", "takes the machine down");
    line(
        "(docker|podman) (.* )?prune(?= ).*(--volumes|-[a-z]*v).*",
        "deletes volumes with their data");
    line("(docker|podman) volume (rm|remove|prune).*", "deletes volumes with their data");
    line("(docker|podman) (container )?(stop|kill|pause)\\b.*", "stops a service");
    line(
        "(docker|podman) (container |image )?(rm|rmi)\\b.*"
            + " (-[a-z]*f[a-z]*|--force|-v|--volumes)\\b.*",
        "removes what is in use");
    line("(docker(-| )compose|podman-compose) (.* )?(down|stop|kill|rm)( .*)?", "stops a service");
    line("docker (swarm leave|node rm|stack rm|service rm).*", "stops a service");
    line("kubectl .*\\b(delete|drain|evict)\\b.*", "takes away what runs");
    line("helm (uninstall|delete|rollback).*", "takes away what runs");
    line("terraform .*\\bdestroy\\b.*", "takes away what runs");
    line(
        "git (.* )?(push .*(-f|--force\\S*|--delete|--mirror).*|reset .*--hard.*|clean"
            + " .*-\\S*[fdx].*|branch .*-D.*|update-ref -d.*|filter-\\S+.*)",
        "throws work away");
    line("gh (secret|variable|repo|release|cache|issue|label|gist) delete.*", "deletes on GitHub");
    line("gh run (cancel|delete).*", "ends a run");
    line("gh api .*(DELETE).*", "deletes on GitHub");
    line(
        "(apt|apt-get|aptitude|dnf|yum) (.* )?(remove|purge|autoremove|erase)\\b.*",
        "removes packages");
    line(
        "dpkg (.* )?(-r|-P|--remove|--purge)\\b.*|rpm (.* )?-e\\b.*|snap remove.*",
        "removes packages");
    line("(userdel|deluser|groupdel|delgroup)( .*)?", "removes an account");
    line("crontab (.* )?-r.*", "deletes a crontab");
    line("(?i)redis-cli .*\\b(flushall|flushdb|shutdown|debug)\\b.*", "loses data");
    line("(?i)(psql|mysql|mariadb|sqlite3) .*\\b(drop|truncate|delete)\\b.*", "loses data");
    line("(dropdb|dropuser|mysqladmin .*\\b(drop|shutdown)\\b).*", "loses data");
    line("(chmod|chown|chgrp) (.* )?(-R|--recursive) (.* )?/( .*|$)", "changes a whole machine");
    line("mv .* /dev/null", "deletes");
  }

  private DestructivePrograms() {}

  private static void line(String pattern, String why) {
    LINES.put(Pattern.compile("(?s)" + pattern), why);
  }

  /** Why this line is destructive; empty where no pattern fits. */
  static Optional<String> why(String line) {
    return LINES.entrySet().stream()
        .filter(one -> one.getKey().matcher(line).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
