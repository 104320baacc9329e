package io.signalbox.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runbook.shell.ShellScript;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value is data: what cannot be put in as data is refused. */
class FillingTest {
  private static Step step(String language, String text) {
    return RunbookParser.parse("t.md", "```" + language + "\n" + text + "\n```\n")
        .steps()
        .getFirst();
  }

  private static Filled fill(String text, String value) {
    Step step = step("bash", text);
    return Filling.fill(step, Map.of(step.placeholders().getFirst().name(), value));
  }

  @Test
  void whatProvesAStepIsJudgedWithIt() {
    assertThat(step("bash verify=\"rm -rf /srv\"", "df -h").danger()).isEqualTo(Danger.DESTRUCTIVE);
    assertThat(step("bash verify=\"touch x\"", "df -h").danger()).isEqualTo(Danger.MUTATING);
    assertThat(step("bash verify=\"test -e x\"", "df -h").danger()).isEqualTo(Danger.READ_ONLY);
  }

  @Test
  void shReadsSomeThingsInAnotherWay() {
    String both = "[[ -e x || -e y ]]";
    assertThat(step("bash", both).danger()).isEqualTo(Danger.READ_ONLY);
    assertThat(step("sh", both).danger()).isEqualTo(Danger.MUTATING);
    assertThat(step("sh", "echo $'a\\'; touch x; echo '").danger()).isEqualTo(Danger.MUTATING);
  }

  @Test
  void aSubstitutionDoesNotGetLostOnTheWayToTheTarget() {
    Step step = step("bash", "ssh runner-a \"rm -rf /srv/$(hostname)\"");
    assertThat(step.runnable()).isFalse();
    assertThat(step.script()).contains("$(hostname)");
  }

  @Test
  void aFunctionMayReadItsArgumentAsCode() {
    assertThat(fill("f() { eval \"$1\"; }\nf <x>", "a; touch y").complete()).isFalse();
  }

  @Test
  void declarationsThatHideTextAreNotRun() {
    assertThat(step("bash verify=\"test -e \u202ex\"", "df -h").runnable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "echo <x> # a b # echo 'a b'",
        "echo <x> # a'b # echo 'a'\\''b'",
        "echo \"<x>\" # a $(id) # echo \"a \\$(id)\"",
        "echo '<x>' # it's # echo 'it'\\''s'",
        "systemctl status <unit> # a.service # systemctl status a.service",
        "echo ${X} # a;b # echo 'a;b'",
        "echo \"${X}\" # a`b # echo \"a\\`b\"",
        "echo \"to ${X} now\" # a\"b # echo \"to a\\\"b now\"",
        "ls /srv/<x>/log # two words # ls /srv/'two words'/log"
      })
  void valuesAreQuotedForTheirPlace(String text, String value, String script) {
    Filled filled = fill(text, value);
    assertThat(filled.why()).isEmpty();
    assertThat(filled.script()).isEqualTo(script);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "bash -c 'systemctl restart <x>' # a; rm -rf /",
        "bash -c <x> # rm -rf /",
        "sudo sh -c \"echo <x>\" # $(id)",
        "eval <x> # a b",
        "awk '/<x>/' file # a/{system(\"id\")}",
        "./own.sh \"<x>\" # $(id)",
        "echo <x> # -n",
        "<x> now # rm -rf",
        "echo $((<x> + 1)) # 1;2",
        "echo <x> # <other>",
        "find / -name <x> # a b"
      })
  void whatCouldBeReadAsCodeIsRefused(String text, String value) {
    Filled filled = fill(text, value);
    assertThat(filled.complete()).as(filled.script()).isFalse();
    assertThat(filled.refused()).hasSize(1);
  }

  @Test
  void lineEndsAndHiddenCharactersAreRefused() {
    for (String value : List.of("a\nb", "a\u0000b", "a\u202eb", "a\u200bb", "x".repeat(501))) {
      assertThat(fill("echo <x>", value).refused()).as(value).isNotEmpty();
    }
  }

  @Test
  void aValueCanRaiseTheDangerAndNeverLowersIt() {
    assertThat(step("bash", "systemctl <verb> web").danger()).isEqualTo(Danger.MUTATING);
    assertThat(fill("systemctl <verb> web", "stop").judgement().danger())
        .isEqualTo(Danger.DESTRUCTIVE);
    assertThat(fill("systemctl <verb> web", "status").judgement().danger())
        .isEqualTo(Danger.MUTATING);
  }

  @Test
  void queriesTakePlainValuesOnly() {
    Step step = step("promql", "up{instance=\"<host>\"} > $limit");
    assertThat(Filling.fill(step, Map.of("host", "a:9100", "limit", "0")).script())
        .isEqualTo("up{instance=\"a:9100\"} > 0");
    assertThat(Filling.fill(step, Map.of("host", "a\"} or vector(1)", "limit", "0")).refused())
        .containsKey("host");
  }

  @Test
  void noValueEverAddsACommand() {
    List<String> texts =
        List.of("echo <x>", "echo \"<x>\"", "echo 'a <x> b'", "grep <x> f | wc -l", "ls a/<x>");
    String signs = "ab $`'\"\\;&|<>(){}[]*?!#~=%\t-";
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      StringBuilder value = new StringBuilder("v");
      for (int j = random.nextInt(8); j >= 0; j--) {
        value.append(signs.charAt(random.nextInt(signs.length())));
      }
      String text = texts.get(random.nextInt(texts.size()));
      Filled filled = fill(text, value.toString());
      if (filled.complete()) {
        int before = ShellScript.of(text.replace("<x>", "v")).commands().size();
        var after = ShellScript.of(filled.script());
        assertThat(after.trouble()).as(filled.script()).isEmpty();
        assertThat(after.commands()).as(filled.script()).hasSize(before);
        assertThat(after.commands()).allMatch(command -> command.redirects().isEmpty());
      }
    }
  }
}
