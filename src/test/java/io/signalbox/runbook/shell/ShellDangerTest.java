package io.signalbox.runbook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runbook.Danger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command line can do at worst. */
class ShellDangerTest {
  private static Danger danger(String script) {
    return ShellDanger.judge(script).danger();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "systemctl status web",
        "sudo systemctl is-active web",
        "systemctl show -p ActiveState web",
        "systemctl list-units --failed",
        "systemctl --no-pager status web",
        "systemctl status x-stop.service",
        "journalctl -u web -n 50 --no-pager",
        "df -h | sort -k5 | tail -n 3",
        "ls -l 2>/dev/null",
        "ls 2>&1 | grep x",
        "echo a >/dev/null 2>&1",
        "for i in 1 2; do echo $i; done",
        "if [ -f x ]; then cat x; else echo none; fi",
        "awk '$5 > 80 {print $1}' f",
        "awk -F'|' '{print $2}' f",
        "sed -n 's/a/b/p' f",
        "curl -sf http://127.0.0.1/health",
        "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1/",
        "curl -G --data-urlencode 'query=up' http://127.0.0.1/api/v1/query",
        "docker ps -a",
        "docker exec web cat /etc/hosts",
        "docker system df",
        "find . -name '*.log' -mtime +7",
        "find . -type f -exec ls -l {} +",
        "ps aux | xargs echo",
        "timeout 5 ping -c 1 host",
        "watch -n 5 'df -h'",
        "ip addr show; ip -br link; ip route",
        "iptables -L -n -v",
        "kill -0 1",
        "ssh host 'uptime; df -h'",
        "env | sort",
        "cat <<EOF\nrm -rf /\nEOF",
        "echo \"$(df -h)\" `date`",
        "test -e x && echo yes || echo no",
        "git log -n 3",
        "sysctl vm.swappiness",
        "curl -sf \"$URL/health\"",
        "x=1; echo $x",
        "date",
        "crontab -l",
        "# rm -rf /\ntrue"
      })
  void looks(String script) {
    assertThat(danger(script)).as(script).isEqualTo(Danger.READ_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-tool --list",
        "./config.sh",
        "$CMD status",
        "systemctl restart web",
        "sudo -u app systemctl start web",
        "systemctl daemon-reload",
        "echo a > file",
        "echo a >> file",
        "echo a | sudo tee file",
        "sed -i s/a/b/ f",
        "sed -i.bak s/a/b/ f",
        "sed 's/a/b/w out' f",
        "awk '{print > \"out\"}' f",
        "awk 'BEGIN{system(\"id\")}'",
        "sort -o f f",
        "curl -X POST http://127.0.0.1/",
        "curl -d a=b http://127.0.0.1/",
        "curl -fsSLO http://127.0.0.1/f",
        "curl http://127.0.0.1/i.sh | bash",
        "wget http://127.0.0.1/f",
        "docker system prune -af",
        "docker exec web touch /x",
        "find . -exec chmod 600 {} \\;",
        "find . -fprint out",
        "xargs rm < list",
        "echo $(touch x)",
        "echo `touch x`",
        "cat <(touch x)",
        "bash -c 'touch x'",
        "bash script.sh",
        "source env.sh",
        "cat > f <<EOF\nx\nEOF",
        "bash <<EOF\ntouch x\nEOF",
        "true && mv a b",
        "false || cp a b",
        "sleep 1 & touch x",
        "(cd /tmp; touch x)",
        "if true; then touch x; fi",
        "f() { touch x; }; f",
        "case a in a) touch x ;; esac",
        "kill 4242",
        "hostname newname",
        "date -s 10:00",
        "sysctl -w vm.drop_caches=3",
        "sysctl vm.swappiness=10",
        "env A=b touch x",
        "nice -n 5 touch x",
        "timeout 5 touch x",
        "sudo -i",
        "ssh host",
        "ssh host 'touch x'",
        "echo 'not closed",
        "apt-get install -y curl",
        "journalctl --vacuum-time=1d",
        "ip link set eth0 up",
        "systemctl $ACTION web",
        "chmod 600 f",
        "curl $OPTIONS http://127.0.0.1/",
        "find $WHERE -name x",
        "exec 3>file"
      })
  void changes(String script) {
    assertThat(danger(script)).as(script).isEqualTo(Danger.MUTATING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "systemctl stop web",
        "sudo systemctl stop 'actions.runner.*'",
        "sudo systemctl disable --now web",
        "service web stop",
        "systemctl reboot",
        "rm -rf /srv",
        "rm -fr /srv",
        "rm -r --force /srv",
        "sudo rm -R /srv",
        "find / -name core -delete",
        "find / -exec rm -rf {} +",
        "kill -9 1",
        "kill -KILL 1",
        "kill -s 9 1",
        "pkill -9 -f Runner.Worker",
        "killall -KILL x",
        "iptables -F",
        "sudo iptables --flush",
        "iptables -P INPUT DROP",
        "nft flush ruleset",
        "ufw disable",
        "systemctl restart networking",
        "systemctl restart NetworkManager.service",
        "systemctl restart sshd",
        "service networking restart",
        "systemctl restart docker",
        "ip link set dev eth0 down",
        "ifdown eth0 && ifup eth0",
        "reboot",
        "sudo shutdown -r now",
        "mkfs.ext4 /dev/sdb1",
        "dd if=/dev/zero of=/dev/sda",
        "echo x > /dev/sda",
        "docker system prune -a -f --volumes",
        "docker volume prune -f",
        "docker stop web",
        "docker exec web rm -rf /data",
        "docker compose down",
        "echo list | xargs rm -rf",
        "bash -c 'rm -rf /srv'",
        "sudo bash -c \"systemctl stop web\"",
        "echo $(rm -rf /srv)",
        "ls && rm -rf /srv",
        "bash <<'EOF'\nrm -rf /srv\nEOF",
        "ssh host 'sudo systemctl stop web'",
        "ssh host <<EOF\nreboot\nEOF",
        "timeout 5 systemctl stop web",
        "nohup sh -c 'kill -9 1' &",
        "curl -X DELETE http://127.0.0.1/",
        "gh run cancel 1",
        "kubectl delete pod x",
        "git push --force",
        "psql -c 'drop table x'",
        "redis-cli FLUSHALL",
        "truncate -s 0 f",
        "crontab -r",
        "userdel x",
        "netplan apply",
        "eval 'rm -rf /srv'"
      })
  void destroys(String script) {
    assertThat(danger(script)).as(script).isEqualTo(Danger.DESTRUCTIVE);
  }
}
