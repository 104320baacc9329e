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
          : true false test [ [[ echo printf cat tac head tail grep egrep fgrep zgrep zcat ls dir
          stat wc cut tr rev nl fold fmt paste join comm cmp diff ps free df du uptime uname
          whoami id groups who w last lastb users tty pwd cd basename dirname realpath readlink
          seq sleep md5sum sha1sum sha256sum sha512sum cksum od hexdump strings base64 nproc arch
          lscpu lsblk lsusb lspci lsmod lsof pgrep pidof netstat ping ping6 traceroute tracepath
          mtr nslookup dig host getent findmnt vmstat iostat mpstat env printenv which whereis
          type locale getconf ulimit wait exit return break continue shift local export declare
          readonly typeset unset set let read getopts for case select in pg_isready column expr bc
          factor yes cal numfmt tsort jq getfacl lsattr lslocks lsns ldd nm objdump readelf
          systemd-cgls systemd-detect-virt more help ncal namei pstree smem nstat hostid logname
          """);

  /** Only where none of these arguments is among theirs; a pattern per program. */
  private static final Map<String, String> UNLESS =
      Map.ofEntries(
          Map.entry("sort", "-[a-zA-Z]*o.*|--o.*|--c.*"),
          Map.entry("date", "-[uR]*s.*|--s.*|[0-9]{8,}.*"),
          Map.entry("ss", "-[a-zA-Z0-9]*[KD].*|--k.*|--di.*"),
          Map.entry("blkid", "-[a-zA-Z]*[gw].*|--g.*"),
          Map.entry("sar", "-[a-zA-Z]*o.*"),
          Map.entry("pidstat", "-[a-zA-Z]*e.*"),
          Map.entry("file", "-[a-zA-Z]*[Cm].*|--c.*|--m.*"),
          Map.entry("tree", "-[a-zA-Z]*[oR].*|--output.*"),
          Map.entry("less", "-.*[oOk].*|--.*|\\+.*"),
          Map.entry("zless", "-.*[oOk].*|--.*|\\+.*"),
          Map.entry("man", "-[a-zA-Z]*[PHCM].*|--.*"),
          Map.entry("history", "-.*"),
          Map.entry("jobs", "-x"),
          Map.entry("mapfile", "-[a-zA-Z]*C.*"),
          Map.entry("readarray", "-[a-zA-Z]*C.*"),
          Map.entry("shopt", "-[a-zA-Z]*[su].*"),
          Map.entry("apt-cache", "gencaches|-[oc].*|--.*"),
          Map.entry("top", "(?!).*"),
          Map.entry("journalctl", "--(va|rot|fl|sy|sm|rel|up|set|cursor-f).*"),
          Map.entry("dmesg", "-[a-zA-Z]*[cCDEn][a-zA-Z]*|--cl.*|--rea.*|--con.*"),
          Map.entry("sysctl", "-[a-zA-Z]*[wpf].*|--[wls].*|.*=.*"),
          Map.entry("yq", "-[a-zA-Z]*[is].*|--in.*|--sp.*"),
          Map.entry("nmap", "-[oA].*|-sC|--(script|data|re|st|append).*"),
          Map.entry("swapon", "(?!--show.*|-s$|--summary$|--noheadings$|--bytes$).*"),
          Map.entry("mount", "(?!-l$).*"),
          Map.entry("timedatectl", "set-.*|ntp-.*|revert"),
          Map.entry("hostnamectl", "set-.*|hostname|chassis|deployment|location|icon-name"),
          Map.entry("localectl", "set-.*"),
          Map.entry("tcpdump", "-[a-zA-Z]*[wzZ].*|--.*"),
          Map.entry(
              "openssl",
              "--?(out|keyout|writerand|keylog|engine|provider|config|CA(create)?serial|msgfile|rand).*"
                  + "|.*_out|gen.*|req|ca|passwd|rand|s_server|enc|ts|cms|smime|pkcs12|speed"),
          Map.entry(
              "loginctl", "(terminate|kill|lock|unlock|enable|disable|attach|flush|activate).*"),
          Map.entry("promtool", "tsdb|push|debug"),
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
          Map.entry("zpool", "status|list"),
          Map.entry("helm", "list|ls|status|history|get|show|search|version|env|template|lint"),
          Map.entry(
              "gh",
              "auth status|status|(run|workflow|issue|pr|repo|release|label|gist|cache|ruleset|org"
                  + "|project|search) (list|view|status|watch|checks|diff)|(secret|variable) list"
                  + "|search .*|version"),
          Map.entry(
              "git",
              "status|log|diff|show|rev-parse|ls-files|ls-tree|ls-remote|describe|blame|shortlog"
                  + "|rev-list|cat-file|grep|reflog|remote (show|get-url)|count-objects|fsck"
                  + "|merge-base|name-rev|version|whatchanged"),
          Map.entry("nft", "list|monitor|describe"),
          Map.entry("ufw", "status|version|show"),
          Map.entry("resolvectl", "status|query|statistics|show-.*|service|openpgp|tlsa"),
          Map.entry(
              "systemd-analyze", "time|blame|critical-chain|plot|dot|dump|verify|security|cat-.*"),
          Map.entry("networkctl", "list|status|lldp"),
          Map.entry(
              "nmcli",
              "(general|device|dev|connection|con|c|d|g|radio|networking) (status|show|list)"
                  + "|device wifi"),
          Map.entry("apt", "list|search|show|policy|depends|rdepends"),
          Map.entry("apt-mark", "show.*"),
          Map.entry("snap", "list|info|find|version|services|changes"),
          Map.entry("pip", "list|show|freeze|check|index"),
          Map.entry("pip3", "list|show|freeze|check|index"),
          Map.entry("npm", "ls|list|view|outdated|audit|ping|whoami|config (get|list)|version"),
          Map.entry("ansible-inventory", "--list|--graph|--host.*"),
          Map.entry("amtool", "alert query|silence query|config (show|routes)|check-config"),
          Map.entry(
              "redis-cli", "(?i)ping|info|dbsize|get|ttl|exists|llen|type|time|lastsave|role"),
          Map.entry("coredumpctl", "list|info"),
          Map.entry("lvm", "(?!).*"),
          Map.entry("logcli", "query|labels|series"),
          Map.entry("terraform", "show|plan|validate|version|output|state (list|show)"),
          Map.entry("vault", "status|version|list|token lookup"),
          Map.entry("aws", "[a-z0-9-]+ (describe|list|get)-.*|s3 ls"),
          Map.entry("etcdctl", "get|endpoint (health|status)|member list"));

  /** Never with one of these arguments, whatever the verb is; a pattern per program. */
  private static final Map<String, String> NEVER =
      Map.ofEntries(
          Map.entry(
              "git",
              "--output.*|-O.*|--open.*|--upload-pack.*|--ext-diff|--textconv|--lost-found|-c"
                  + "|--config.*|--exec.*|expire|delete|update|prune"),
          Map.entry("docker", "-o|--output.*|-o=.*|--bootstrap"),
          Map.entry("docker-compose", "-o|--output.*|-o=.*"),
          Map.entry("kubectl", "--output-directory.*"),
          Map.entry("helm", "--output-dir.*|--post-renderer.*"),
          Map.entry("npm", "fix|major|minor|patch|pre.*|from-git|[0-9].*"),
          Map.entry("nft", "(?s).*[;\\n].*|-f.*|--file.*|-i|--interactive"),
          Map.entry("ansible-inventory", "-i.*|--inv.*|--output.*|--playbook.*|-e.*|--extra.*"),
          Map.entry("terraform", "-out.*"),
          Map.entry("aws", "get-object.*"),
          Map.entry("apt", "-[oc].*|--option.*|--config.*"),
          Map.entry("coredumpctl", "-o.*|--output.*"),
          Map.entry("logcli", "--part.*"));

  /** No argument but these options and plain names. */
  private static final Map<String, String> ONLY =
      Map.ofEntries(
          Map.entry(
              "iptables",
              "(-[LSnvxw]+|--list.*|--line-numbers|-t|--table|[A-Za-z0-9][A-Za-z0-9_-]*)"),
          Map.entry(
              "ip6tables",
              "(-[LSnvxw]+|--list.*|--line-numbers|-t|--table|[A-Za-z0-9][A-Za-z0-9_-]*)"),
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
          Map.entry("rpmquery", "-q.*|-[ailcdf]+|--(all|info|list|file|last)|[^-].*"),
          Map.entry("hostname", "-[fsdiIAyv]+|--(fqdn|long|short|domain|ip-address|all-.*)"),
          Map.entry("nc", "-[vznu46]+|-w[0-9]*|[A-Za-z0-9$].*|[\uE000-\uF8FF].*"),
          Map.entry("crontab", "-l"),
          Map.entry("ssh-keygen", "-[lvf]+|-[FQyEB]|[^-].*"),
          Map.entry("ethtool", "-[iSkgcaldmnTuxP]|--(show-.*|driver|statistics)|[^-].*"),
          Map.entry("smartctl", "-[aHiAx]|--(all|health|info|attributes|xall)|/dev/.*"),
          Map.entry(
              "apt-get", "-s|--simulate|--dry-run|(?!update|clean|autoclean)[a-z0-9][a-z0-9.+-]*"));

  private ReadOnlyPrograms() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** True where the program with these arguments only reads. */
  static boolean holds(String program, List<String> arguments) {
    if (ALWAYS.contains(program)) {
      return true;
    }
    switch (program) {
      case "awk", "gawk", "mawk" -> {
        return TextTools.awk(arguments);
      }
      case "sed" -> {
        return TextTools.sed(arguments);
      }
      case "uniq", "xxd" -> {
        // a second name is that of the file they write
        return arguments.stream().noneMatch(word -> word.matches("-[a-z]*r.*|--r.*"))
            && arguments.stream().filter(word -> !word.matches("-.+|[0-9]+")).count() <= 1;
      }
      case "kill" -> {
        return !arguments.isEmpty() && arguments.getFirst().matches("-0|-l|-L");
      }
      default -> {
        // a table says it
      }
    }
    String never = NEVER.get(program);
    if (never != null && arguments.stream().anyMatch(argument -> argument.matches(never))) {
      return false;
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
          case "crontab" -> "-l";
          case "nc" -> "-[vnu46]*z[vznu46]*";
          case "ssh-keygen" -> "-[vf]*l[vf]*|-[FQyB]";
          case "firewall-cmd" -> "--(list-.*|get-.*|state|query-.*|info-.*|version)";
          case "dpkg", "rpm", "smartctl" -> "-.*";
          default -> "";
        };
    return needed.isEmpty() || arguments.stream().anyMatch(argument -> argument.matches(needed));
  }

  /** True where what is added behind these words, program first, changes nothing of that. */
  static boolean takes(List<String> words) {
    String program = words.getFirst();
    List<String> arguments = words.subList(1, words.size());
    return ALWAYS.contains(program)
        ? !program.equals("env")
        : program.matches("docker|podman|systemctl")
            && !arguments.isEmpty()
            && verb(program, arguments, String.valueOf(VERBS.get(program)));
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
    if (arguments.equals(List.of("--version")) || arguments.equals(List.of("--help"))) {
      return true;
    }
    if (program.equals("resolvectl") && arguments.size() == 1) {
      return arguments.getFirst().matches("dns|domain|status|statistics");
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
