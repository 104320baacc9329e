package io.signalbox.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.signalbox.interlock.Mutating;
import io.signalbox.interlock.Permit;
import io.signalbox.remote.ScriptRoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The walls of the house, for a root package: the real one, or the planted one in which each rule
 * has to fail.
 */
final class HouseRules {
  /** Which rooms a room may see, beside itself and the JDK. */
  static final Map<String, List<String>> MAY_SEE = new LinkedHashMap<>();

  static {
    MAY_SEE.put("model", List.of());
    MAY_SEE.put("text", List.of());
    MAY_SEE.put("profile", List.of("model"));
    MAY_SEE.put("snapshot", List.of("model", "profile"));
    MAY_SEE.put("failover", List.of("model", "profile", "snapshot"));
    MAY_SEE.put("diagnosis", List.of("model", "profile", "snapshot", "failover"));
    MAY_SEE.put("interlock", List.of("model", "profile", "snapshot"));
    MAY_SEE.put("journal", List.of("model", "text"));
    MAY_SEE.put("secret", List.of("model", "profile", "snapshot"));
    MAY_SEE.put("http", List.of("model", "profile", "snapshot", "secret", "text"));
    for (String client : List.of("prometheus", "alertmanager", "github", "loki")) {
      MAY_SEE.put(client, List.of("model", "profile", "snapshot", "interlock", "http", "secret"));
    }
    // an exporter speaks Prometheus's own text format, numbers included
    MAY_SEE.put("exporter", List.of("model", "profile", "snapshot", "http", "prometheus"));
    MAY_SEE.put("remote", List.of("model", "profile", "snapshot", "interlock", "text"));
    MAY_SEE.put(
        "action",
        List.of(
            "model",
            "profile",
            "snapshot",
            "interlock",
            "remote",
            "github",
            "alertmanager",
            "journal",
            "text"));
    MAY_SEE.put(
        "approval", List.of("model", "profile", "snapshot", "interlock", "action", "remote"));
    MAY_SEE.put(
        "service",
        List.of("model", "profile", "snapshot", "interlock", "action", "remote", "command"));
    MAY_SEE.put(
        "command",
        List.of("model", "profile", "snapshot", "interlock", "action", "remote", "text"));
    MAY_SEE.put("ansible", List.of("text"));
    MAY_SEE.put(
        "rollback",
        List.of(
            "model",
            "profile",
            "snapshot",
            "interlock",
            "action",
            "remote",
            "github",
            "ansible",
            "text"));
    MAY_SEE.put(
        "handover",
        List.of(
            "model",
            "profile",
            "snapshot",
            "failover",
            "interlock",
            "action",
            "remote",
            "github",
            "journal"));
    MAY_SEE.put("notice", List.of("text"));
    MAY_SEE.put("runbook", List.of("model", "profile", "text"));
    MAY_SEE.put(
        "procedure",
        List.of(
            "model",
            "profile",
            "snapshot",
            "interlock",
            "action",
            "remote",
            "command",
            "runbook",
            "text"));
    MAY_SEE.put(
        "ui",
        List.of(
            "model",
            "profile",
            "snapshot",
            "failover",
            "interlock",
            "action",
            "journal",
            "diagnosis",
            "notice",
            "ansible",
            "rollback",
            "runbook",
            "procedure",
            "text"));
  }

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  private String in(String room) {
    return root + "." + room + "..";
  }

  ArchRule room(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), MAY_SEE.get(room).stream())
            .map(this::in)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in(room))
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))))
        .as("room " + room + " sees only " + MAY_SEE.get(room))
        .allowEmptyShould(true);
  }

  ArchRule roomsHaveNoCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule featuresOfTheWindowHaveNoCycles() {
    return slices().matching(root + ".ui.(*)..").should().beFreeOfCycles();
  }

  ArchRule javaFxOnlyInTheWindow() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("ui"), in("app"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "eu.hansolo..", "atlantafx..");
  }

  ArchRule oneRoomHopsThreads() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("ui.fx"))
        .should()
        .callMethodWhere(target(name("runLater")));
  }

  ArchRule listenersAreSubscriptions() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("ui.fx"))
        .should()
        .callMethodWhere(target(name("addListener")));
  }

  ArchRule onlyTheInterlockMintsPermits() {
    return constructors()
        .that()
        .areDeclaredIn(Permit.class)
        .should()
        .onlyBeCalled()
        .byClassesThat()
        .haveSimpleName("Interlock");
  }

  ArchRule theWindowNeverHoldsAPermit() {
    return noClasses()
        .that()
        .resideInAPackage(in("ui"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Permit.class);
  }

  ArchRule mutatingMethodsDemandAPermit() {
    return methods()
        .that()
        .areAnnotatedWith(Mutating.class)
        .should(
            new ArchCondition<JavaMethod>("take a Permit") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean takes =
                    method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Permit.class));
                events.add(new SimpleConditionEvent(method, takes, method.getFullName()));
              }
            });
  }

  ArchRule noMutableStatics() {
    return fields().that().areStatic().and().areDeclaredInClassesThat(ours()).should().beFinal();
  }

  private DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(root + "..");
  }

  ArchRule timeComesFromAClock() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("app"))
        .should()
        .callMethodWhere(
            target(name("now"))
                .and(
                    target(
                        HasOwner.Predicates.With.owner(
                            JavaClass.Predicates.type(java.time.Instant.class)))))
        .orShould()
        .callMethodWhere(target(name("currentTimeMillis")));
  }

  ArchRule threadsComeFromTheApp() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("app"), in("demo"), in("http"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.concurrent.Executors.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(java.util.Timer.class);
  }

  ArchRule snapshotsAndPlansAreRecords() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Snapshot")
        .or()
        .haveSimpleName("Plan")
        .or()
        .haveSimpleName("PlanDraft")
        .or()
        .haveSimpleNameEndingWith("Reading")
        .should()
        .beRecords();
  }

  ArchRule nothingWaitsInAModalDialog() {
    return noClasses().should().callMethodWhere(target(name("showAndWait")));
  }

  ArchRule theTimelineSkinStaysOut() {
    return noClasses()
        .should()
        .accessField(eu.hansolo.tilesfx.Tile.SkinType.class, "TIMELINE")
        .orShould()
        .accessField(eu.hansolo.tilesfx.Tile.SkinType.class, "FLUID");
  }

  ArchRule nobodyKnowsTheDemoWorld() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("demo"), in("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("demo"));
  }

  ArchRule theDemoWorldKnowsNoWindow() {
    return noClasses()
        .that()
        .resideInAPackage(in("demo"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("ui"), in("app"))
        .allowEmptyShould(true);
  }

  ArchRule nobodySeesTheApp() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(in("app"));
  }

  ArchRule httpStaysInItsRooms() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            in("http"),
            in("prometheus"),
            in("alertmanager"),
            in("github"),
            in("loki"),
            in("exporter"),
            in("app"),
            in("demo"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "java.net.http..");
  }

  ArchRule sshStaysInItsRoom() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("remote"), in("demo"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.sshd..");
  }

  ArchRule onlyTheRemoteRoomSendsScripts() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("remote"))
        .should()
        .callMethodWhere(
            target(name("send"))
                .and(
                    target(
                        HasOwner.Predicates.With.owner(
                            JavaClass.Predicates.assignableTo(ScriptRoad.class)))));
  }

  ArchRule fewStartProcesses() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("remote"), in("secret"), in("approval"), in("notice"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(
            target(name("exec"))
                .and(
                    target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.type(Runtime.class)))));
  }

  ArchRule pureRoomsDoNoInputOrOutput() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            in("model"),
            root + ".profile",
            in("snapshot"),
            in("failover"),
            in("diagnosis"),
            in("interlock"),
            in("ansible"),
            root + ".rollback",
            in("runbook"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.net..", "java.nio.channels..")
                .and(not(JavaClass.Predicates.type(java.net.URI.class)))
                .and(not(JavaClass.Predicates.type(java.net.URLDecoder.class))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.nio.file.Files.class);
  }

  /** Every rule by a name, rooms included. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    MAY_SEE.keySet().forEach(room -> rules.put("room " + room, room(room)));
    rules.put("rooms have no cycles", roomsHaveNoCycles());
    rules.put("features of the window have no cycles", featuresOfTheWindowHaveNoCycles());
    rules.put("JavaFX only in the window", javaFxOnlyInTheWindow());
    rules.put("one room hops threads", oneRoomHopsThreads());
    rules.put("listeners are subscriptions", listenersAreSubscriptions());
    rules.put("only the interlock mints permits", onlyTheInterlockMintsPermits());
    rules.put("the window never holds a permit", theWindowNeverHoldsAPermit());
    rules.put("mutating methods demand a permit", mutatingMethodsDemandAPermit());
    rules.put("no mutable statics", noMutableStatics());
    rules.put("time comes from a clock", timeComesFromAClock());
    rules.put("threads come from the app", threadsComeFromTheApp());
    rules.put("snapshots and plans are records", snapshotsAndPlansAreRecords());
    rules.put("nothing waits in a modal dialog", nothingWaitsInAModalDialog());
    rules.put("the timeline skin stays out", theTimelineSkinStaysOut());
    rules.put("nobody knows the demo world", nobodyKnowsTheDemoWorld());
    rules.put("the demo world knows no window", theDemoWorldKnowsNoWindow());
    rules.put("nobody sees the app", nobodySeesTheApp());
    rules.put("HTTP stays in its rooms", httpStaysInItsRooms());
    rules.put("SSH stays in its room", sshStaysInItsRoom());
    rules.put("only the remote room sends scripts", onlyTheRemoteRoomSendsScripts());
    rules.put("few start processes", fewStartProcesses());
    rules.put("pure rooms do no input or output", pureRoomsDoNoInputOrOutput());
    return rules;
  }
}
