package io.signalbox.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls hold in the product, and each of them falls where a violation is planted. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.signalbox");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.signalbox.planted", "io.signalbox.interlock");

  @TestFactory
  Stream<DynamicTest> theProductKeepsEveryRule() {
    return new HouseRules("io.signalbox")
        .all().entrySet().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue())));
  }

  private static void check(ArchRule rule) {
    rule.check(PRODUCT);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFailsOnItsPlantedViolation() {
    return new HouseRules("io.signalbox.planted")
        .all().entrySet().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.getKey(),
                        () ->
                            assertThat(rule.getValue().evaluate(PLANTED).hasViolation())
                                .as("the rule must find what is planted for it")
                                .isTrue()));
  }

  @Test
  void everyRoomOfTheProductHasARule() {
    Stream<String> rooms =
        PRODUCT.stream()
            .map(type -> type.getPackageName().split("\\."))
            .filter(parts -> parts.length > 2)
            .map(parts -> parts[2])
            .distinct()
            .filter(room -> !room.equals("app") && !room.equals("demo"));
    assertThat(rooms).allSatisfy(room -> assertThat(HouseRules.MAY_SEE).containsKey(room));
  }
}
