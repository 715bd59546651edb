package dev.switchboard.server.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The arrows of docs/ARCHITECTURE.md, each with its reason. */
@AnalyzeClasses(
    packages = "dev.switchboard",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestKits.class})
class ArchitectureTest {
  /** The tests of other modules, which come as a jar in a packaged build. */
  static final class NoTestKits implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }
  }

  private static final String ENGINE = "dev.switchboard.engine..";
  private static final String STORE = "dev.switchboard.store..";
  private static final String CHANNELS = "dev.switchboard.channels..";
  private static final String SERVER = "dev.switchboard.server..";

  @ArchTest
  static final ArchRule theEngineIsPure =
      classes()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ENGINE,
              "java.lang..",
              "java.util..",
              "java.time..",
              "java.text..",
              "java.nio.charset..",
              "java.nio",
              "java.io",
              "java.math..",
              "org.jspecify..")
          .because(
              "the same operators run in the server, in a simulation and on a cluster, so they know"
                  + " no framework, no database and no network; java.io is for models as streams");

  @ArchTest
  static final ArchRule theEngineOpensNoFiles =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)")
          .because("whoever calls the engine says where its bytes come from and go to");

  @ArchTest
  static final ArchRule theEngineHasNoClockNoChanceAndNoThreads =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .and()
          // Which of several equal buffers a thread works in decides nothing.
          .doNotHaveSimpleName("ExtractorPool")
          .should()
          .accessTargetWhere(asksTheWorld())
          .because("the same input must give the same decision: time and seeds are passed in");

  @ArchTest
  static final ArchRule theEngineStartsNoThreads =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|CompletableFuture|Future"
                  + "|CountDownLatch|Semaphore|TimeUnit|ThreadLocalRandom)")
          .because("threads belong to whoever runs the engine");

  @ArchTest
  static final ArchRule onlyTheStoreKnowsTheDatabase =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE, CHANNELS, SERVER)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.flywaydb..", "io.zonky..", "org.postgresql.."))
          .because("SQL, its driver and the embedded server are behind the store's objects");

  @ArchTest
  static final ArchRule onlyTheStoreSpeaksSql =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE, CHANNELS, SERVER)
          .should()
          .callMethodWhere(
              onOwner(
                  resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "com.zaxxer..")
                      .and(isNoException())))
          .because(
              "a statement that is not in the store escapes its tests; others hand the Jdbi over, "
                  + "or look at what failed, and no more");

  @ArchTest
  static final ArchRule theStoreKnowsTheEngineOnly =
      noClasses()
          .that()
          .resideInAPackage(STORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CHANNELS, SERVER)
          .because("arrows point downwards: the store keeps what others decide");

  @ArchTest
  static final ArchRule channelsKnowTheEngineOnly =
      noClasses()
          .that()
          .resideInAPackage(CHANNELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STORE, SERVER)
          .because("a network can be read and written without a database or a server");

  @ArchTest
  static final ArchRule onlyChannelsReadExports =
      noClasses()
          .that()
          .resideOutsideOfPackage(CHANNELS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("de.siegmar.fastcsv..")
          .because("wire formats and their mistakes are the channels' affair");

  @ArchTest
  static final ArchRule postsAreParsedInChannelsOnly =
      noClasses()
          .that()
          .resideInAnyPackage(STORE, SERVER)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("tools\\.jackson\\.core\\.JsonParser")
          .because("others write JSON, or let the web framework read small objects");

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheLanguageLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.switchboard.server.language..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.carrotsearch..")
          .because("it is old and small; one class is to be written when another takes its place");

  @ArchTest
  static final ArchRule onlyTheServerKnowsTheWeb =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE, STORE, CHANNELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "jakarta..", "io.micrometer..", "picocli..", "gg.jte..")
          .because("the web framework is a detail of one module");

  @ArchTest
  static final ArchRule peopleAndPostsDoNotKnowThePages =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.switchboard.server.desk..",
              "dev.switchboard.server.intake..",
              "dev.switchboard.server.outbox..",
              "dev.switchboard.server.live..",
              "dev.switchboard.server.imports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta..",
              "picocli..",
              "dev.switchboard.server.api..",
              "dev.switchboard.server.web..",
              "dev.switchboard.server.app..",
              "dev.switchboard.server.cli..")
          .because("the server's core runs without its web server, as the import does");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.switchboard.server.cli..", "dev.switchboard.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.switchboard.server.cli..", "picocli..")
          .because("commands start things; nothing that is started knows how");

  @ArchTest static final ArchRule engineWithoutCycles = withoutCycles("engine");

  @ArchTest static final ArchRule storeWithoutCycles = withoutCycles("store");

  @ArchTest static final ArchRule channelsWithoutCycles = withoutCycles("channels");

  @ArchTest static final ArchRule serverWithoutCycles = withoutCycles("server");

  private static ArchRule withoutCycles(String module) {
    return slices()
        .matching("dev.switchboard." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package that can't be read without another is one package");
  }

  /** A look at the clock, a number by chance, another thread. */
  private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
    Set<String> clocks = Set.of("now", "currentTimeMillis", "nanoTime");
    return DescribedPredicate.describe(
        "ask for the time, chance or threads",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = access.getName();
          boolean unseeded =
              name.equals("<init>")
                  && access instanceof JavaCall<?> call
                  && call.getTarget().getRawParameterTypes().isEmpty()
                  && (owner.isEquivalentTo(Random.class)
                      || owner.isEquivalentTo(SplittableRandom.class));
          return unseeded
              || owner.getPackageName().equals("java.time") && clocks.contains(name)
              || owner.isEquivalentTo(System.class)
                  && (clocks.contains(name) || isEnvironment(name))
              || owner.isAssignableTo(java.time.Clock.class) && name.startsWith("system")
              || owner.isAssignableTo(java.time.InstantSource.class) && name.equals("system")
              || owner.isEquivalentTo(Math.class) && name.equals("random")
              || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
              || owner.isEquivalentTo(ThreadLocalRandom.class)
              || owner.isEquivalentTo(Thread.class);
        });
  }

  private static boolean isEnvironment(String name) {
    return name.equals("getenv") || name.equals("getProperty");
  }

  private static DescribedPredicate<JavaCall<?>> onOwner(DescribedPredicate<JavaClass> owner) {
    return DescribedPredicate.describe(
        "call " + owner.getDescription(), call -> owner.test(call.getTargetOwner()));
  }

  private static DescribedPredicate<JavaClass> isNoException() {
    return DescribedPredicate.describe(
        "that are no exceptions", type -> !type.isAssignableTo(Throwable.class));
  }
}
