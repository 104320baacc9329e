package io.signalbox.runbook.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Programs of which it is known that they only read, and with which arguments. What is not here
 * counts as changing something.
 */
final class ReadOnlyPrograms {
  /** Whatever their arguments are. */
  private static final Set<String> ALWAYS =
      words(
          """
          : true false test [ [[ echo printf cat tac head tail grep egrep fgrep zgrep zcat ls dir stat
          file wc uniq cut tr rev nl fold fmt paste join comm cmp diff ps free df du uptime uname
          whoami id groups who w last lastb users tty pwd cd basename dirname realpath readlink seq
          sleep md5sum sha1sum sha256sum sha512sum cksum od xxd hexdump strings base64 nproc arch
          lscpu lsblk lsusb lspci lsmod lsof pgrep pidof ss netstat ping ping6 traceroute tracepath
          mtr nslookup dig host getent findmnt blkid vmstat iostat mpstat sar pidstat env printenv
          which whereis type locale getconf ulimit jobs wait exit return break continue shift local
          export declare readonly typeset unset set shopt let read mapfile readarray getopts for case
          select in pg_isready column expr bc factor yes cal numfmt tsort jq getfacl lsattr lslocks
          lsns ldd nm objdump readelf systemd-cgls systemd-detect-virt apt-cache rpmquery tree more
          zless less man help history ncal namei pstree smem nstat ethtool-ng hostid logname
          """);

  private static final String AWK =
      "-i|--include.*|-f|--file.*|-l|--load.*|-E|(?s).*(system\\s*\\(|\\|&?\\s*(\"|getline)|print[^;}\\n"
          + "]*>).*";

  /** Only where none of these arguments is among theirs; a pattern per program. */
  private static final Map<String, String> UNLESS =
      Map.ofEntries(
          Map.entry("sort", "-o.*|--output.*|--compress-program.*"),
          Map.entry("date", "-s.*|--set.*|[0-9]{8,}.*"),
          Map.entry("hostname", "-F.*|-b|--boot|--file.*|[^-].*"),
          Map.entry("top", "(?!).*"),
          Map.entry("nc", "-[a-zA-Z]*[lec][a-zA-Z]*|--listen|--exec.*|--sh-exec.*"),
          Map.entry(
              "journalctl",
              "--vacuum.*|--rotate|--flush|--sync|--relinquish.*|--update.*" + "|--setup-keys"),
          Map.entry("dmesg", "-[a-zA-Z]*[cCDEn][a-zA-Z]*|--clear|--read-clear|--console.*"),
          Map.entry("sysctl", "-[a-zA-Z]*[wp][a-zA-Z]*|--write|--load.*|--system|.*=.*"),
          Map.entry("yq", "-i|--inplace|-[a-zA-Z]*i[a-zA-Z]*"),
          Map.entry("awk", AWK),
          Map.entry("gawk", AWK),
          Map.entry("mawk", AWK),
          Map.entry(
              "sed",
              "-[a-zA-Z]*i.*|--in-place.*|-[a-zA-Z]*s?f|--file.*"
                  + "|(?s).*(^|[;{}0-9$/ ])[weW]( .*|$)|(?s).*[/|#,!][gpiI0-9]*[we][gpiI]*( .*|$)"),
          Map.entry("nmap", "-o.*|--script.*"),
          Map.entry("crontab", "(?!-l$).*"),
          Map.entry("ssh-keygen", "(?!-[lFBeyQE]|-lf|-lvf|-[lvE]+f?$|[^-]).*"),
          Map.entry("swapon", "(?!--show.*|-s$|--summary$|--noheadings$|--bytes$).*"),
          Map.entry("mount", "(?!-l$).*"),
          Map.entry("timedatectl", "set-.*"),
          Map.entry("hostnamectl", "set-.*|hostname|chassis|deployment|location|icon-name"),
          Map.entry("localectl", "set-.*"),
          Map.entry("tcpdump", "-[a-zA-Z]*[wzZ].*|--.*"),
          Map.entry("openssl", "-out.*|-CAcreateserial|-noout-.*|gen.*|req|ca|passwd|rand"),
          Map.entry("ethtool", "-[A-Z].*|--(set|change|reset|flash|offline|test).*"),
          Map.entry(
              "loginctl", "(terminate|kill|lock|unlock|enable|disable|attach|flush|activate).*"),
          Map.entry("promtool", "tsdb|push|(?!).*"),
          Map.entry("command", "(?!-[vV]$|[a-zA-Z0-9_.+-]+$).*"));

  /** The first word behind options has to be one of these; a pattern per program. */
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry(
              "systemctl",
              "status|is-active|is-enabled|is-failed|is-system-running|show|show-environment"
                  + "|list-.*|cat|get-default|help"),
          Map.entry("service", "--status-all"),
          Map.entry(
              "docker",
              "ps|images|info|version|logs|inspect|stats|top|port|diff|history|search|events"
                  + "|system (df|info|events)|(container|image|volume|network|node|service|stack"
                  + "|context|config|plugin|secret|swarm) (ls|list|inspect|ps|logs|top|stats"
                  + "|history|port|diff|show)|compose (ps|ls|logs|config|images|top|version|port"
                  + "|events)|buildx (ls|du|version|inspect)|builder du"),
          Map.entry("podman", "ps|images|info|version|logs|inspect|stats|top|port|system df"),
          Map.entry("docker-compose", "ps|logs|config|images|top|version|port"),
          Map.entry(
              "kubectl",
              "get|describe|logs|top|version|cluster-info|explain|api-resources|api-versions"
                  + "|config (view|get-contexts|current-context)|rollout (status|history)"
                  + "|auth can-i|diff|events"),
          Map.entry("helm", "list|ls|status|history|get|show|search|version|env|template|lint"),
          Map.entry(
              "gh",
              "auth status|status|(run|workflow|issue|pr|repo|release|label|gist|cache|ruleset|org"
                  + "|project|search) (list|view|status|watch|checks|diff)|(secret|variable) list"
                  + "|search .*|version"),
          Map.entry(
              "git",
              "status|log|diff|show|rev-parse|ls-files|ls-tree|ls-remote|describe|blame|shortlog"
                  + "|rev-list|cat-file|grep|reflog|remote (-v|show|get-url)|count-objects|fsck"
                  + "|merge-base|name-rev|version|whatchanged"),
          Map.entry("nft", "list|-a list|monitor|describe"),
          Map.entry("ufw", "status|version|show"),
          Map.entry(
              "resolvectl", "status|query|statistics|dns|domain|show-.*|service|openpgp|tlsa"),
          Map.entry(
              "systemd-analyze", "time|blame|critical-chain|plot|dot|dump|verify|security|cat-.*"),
          Map.entry("networkctl", "list|status|lldp"),
          Map.entry(
              "nmcli",
              "(general|device|dev|connection|con|c|d|g|radio|networking)"
                  + "( (status|show|list|wifi list))?"),
          Map.entry("apt", "list|search|show|policy|depends|rdepends"),
          Map.entry("apt-mark", "show.*"),
          Map.entry("snap", "list|info|find|version|services|changes"),
          Map.entry("pip", "list|show|freeze|check|index"),
          Map.entry("pip3", "list|show|freeze|check|index"),
          Map.entry("npm", "ls|list|view|outdated|audit|ping|whoami|config (get|list)|version"),
          Map.entry("ansible-inventory", "--list|--graph|--host.*"),
          Map.entry("amtool", "alert( query)?|silence query|config (show|routes)|check-config"),
          Map.entry(
              "redis-cli", "(?i)ping|info|dbsize|get|ttl|exists|llen|type|time|lastsave|role"),
          Map.entry("coredumpctl", "list|info"),
          Map.entry("lvm", "(?!).*"),
          Map.entry("logcli", "query|labels|series"),
          Map.entry("terraform", "show|plan|validate|version|output|state (list|show)"),
          Map.entry("vault", "status|version|list|token lookup"),
          Map.entry("aws", "[a-z0-9-]+ (describe|list|get)-.*|s3 ls"),
          Map.entry("etcdctl", "get|endpoint (health|status)|member list"));

  /** No argument but these options and plain names. */
  private static final Map<String, String> ONLY =
      Map.ofEntries(
          Map.entry("iptables", "(-[LSnvxw]+|--list.*|--line-numbers|-t|--table|[A-Za-z0-9_-]+)"),
          Map.entry("ip6tables", "(-[LSnvxw]+|--list.*|--line-numbers|-t|--table|[A-Za-z0-9_-]+)"),
          Map.entry(
              "firewall-cmd",
              "--(list-.*|get-.*|state|query-.*|info-.*|version|zone=.*" + "|permanent)"),
          Map.entry(
              "dpkg",
              "(-[lLsSpCV]|--(list|listfiles|status|search|print-.*|get-selections|"
                  + "audit|verify|version)|[^-].*)"),
          Map.entry("rpm", "(-q.*|--query.*|-V.*|[^-].*)"),
          Map.entry("lvs", ".*"),
          Map.entry("vgs", ".*"),
          Map.entry("pvs", ".*"),
          Map.entry("zpool", "status|list|-v|[a-z0-9]+"),
          Map.entry("smartctl", "-[aHiAx]|--(all|health|info|attributes|xall)|/dev/.*"),
          Map.entry("apt-get", "-s|--simulate|--dry-run|[a-z0-9.+-]+"),
          Map.entry("kill", "-0|-l|[$0-9].*|[A-Za-z]+"));

  private ReadOnlyPrograms() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** True where the program with these arguments only reads. */
  static boolean holds(String program, List<String> arguments) {
    if (ALWAYS.contains(program)) {
      return true;
    }
    String unless = UNLESS.get(program);
    if (unless != null) {
      return arguments.stream().noneMatch(argument -> argument.matches(unless));
    }
    String verbs = VERBS.get(program);
    if (verbs != null) {
      return verb(program, arguments, verbs);
    }
    String only = ONLY.get(program);
    return only != null
        && arguments.stream().allMatch(argument -> argument.matches(only))
        && asks(program, arguments);
  }

  /** Of these programs, some option has to say that it is only asked. */
  private static boolean asks(String program, List<String> arguments) {
    String needed =
        switch (program) {
          case "iptables", "ip6tables" -> "-[nvxw]*[LS][nvxw]*|--list.*";
          case "apt-get" -> "-s|--simulate|--dry-run";
          case "kill" -> "-0|-l";
          case "zpool" -> "status|list";
          case "firewall-cmd" -> "--(list-.*|get-.*|state|query-.*|info-.*|version)";
          case "dpkg", "rpm", "smartctl" -> "-.*";
          default -> "";
        };
    return needed.isEmpty() || arguments.stream().anyMatch(argument -> argument.matches(needed));
  }

  /** True where its arguments decide whether it reads, and one of the shell's could change that. */
  static boolean decidedByArguments(String program, List<String> arguments) {
    if (ALWAYS.contains(program)) {
      return false;
    }
    String verbs = VERBS.get(program);
    return verbs == null
        || arguments.stream()
            .filter(word -> !word.startsWith("-"))
            .limit(1)
            .anyMatch(word -> word.contains("$") || word.contains("`"));
  }

  private static boolean verb(String program, List<String> arguments, String verbs) {
    if (arguments.contains("--version") || arguments.contains("--help")) {
      return true;
    }
    List<String> words =
        arguments.stream().dropWhile(word -> word.startsWith("-") && !word.matches(verbs)).toList();
    if (words.isEmpty()) {
      return program.equals("systemctl") || program.equals("nmcli");
    }
    Pattern pattern = Pattern.compile(verbs);
    String first = words.getFirst();
    String two = words.size() > 1 ? first + " " + words.get(1) : first;
    return pattern.matcher(first).matches() || pattern.matcher(two).matches();
  }
}
