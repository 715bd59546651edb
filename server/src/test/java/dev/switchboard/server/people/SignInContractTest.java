package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.store.people.AccountStore;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Signing in, staying in and being shut out, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class SignInContractTest {
  private static final String WRONG = "some other words entirely";
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  @Test
  void theRightPasswordOpensAndSignOutCloses() throws Exception {
    company.add("Bo", Role.AGENT);
    Visitor bo = company.visitor();
    assertThat(bo.get("/").header("Location")).isEqualTo("/sign-in");
    assertThat(bo.signIn("BO ", ClosedCompany.PASSWORD).status()).isEqualTo(303);
    assertThat(bo.get("/").body()).contains("Bo").contains("Agent");
    String session = bo.cookie("session");
    assertThat(bo.form("/sign-out").header("Location")).isEqualTo("/sign-in");
    assertThat(bo.cookie("session")).isNull();
    bo.keep("session", String.valueOf(session));
    assertThat(bo.isIn()).isFalse();
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
    Visitor caro = company.add("Caro", Role.AGENT);
    String cookie =
        caro.setCookies.stream().filter(c -> c.startsWith("session=")).findFirst().orElseThrow();
    assertThat(cookie).contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
    assertThat(cookie).doesNotContain("Domain").doesNotContain("Max-Age");
    assertThat(caro.cookie("session")).matches("[A-Za-z0-9_-]{43}");
    assertThat(company.server.running.switchboard().accounts().sessions().of(company.id("Caro")))
        .hasSize(1);
  }

  @Test
  void aSessionThatSomebodyElsePlantedIsNotTakenOver() throws Exception {
    company.add("Dee", Role.AGENT);
    Visitor dee = company.visitor();
    String planted = Secrets.fresh();
    dee.keep("session", planted);
    dee.signIn("dee", ClosedCompany.PASSWORD);
    assertThat(dee.cookie("session")).isNotEqualTo(planted);
    String first = String.valueOf(dee.cookie("session"));
    dee.signIn("dee", ClosedCompany.PASSWORD);
    assertThat(dee.cookie("session")).isNotEqualTo(first);
    dee.keep("session", first);
    assertThat(dee.isIn()).as("the session before has ended").isFalse();
  }

  @Test
  void aFormWithoutItsTokenIsRefusedAndSoIsACallWithASession() throws Exception {
    Visitor eli = company.add("Eli", Role.ADMINISTRATOR);
    Answer forged =
        company.server.api.send(
            eli.request("/people")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=x&login=x")));
    assertThat(forged.status()).isEqualTo(403);
    Answer call =
        company.server.api.send(
            eli.request("/api/v1/people")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"x\",\"login\":\"x\",\"role\":\"agent\"}")));
    assertThat(call.status()).isEqualTo(403);
    assertThat(call.text("type")).endsWith("no-form-token");
    assertThat(
            eli.call("/api/v1/people", Map.of("name", "Xi", "login", "xi", "role", "agent"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whoGuessesIsKeptOutLongerEachTimeAndTheRightPasswordEndsIt() throws Exception {
    company.add("Fay", Role.AGENT);
    Visitor guesser = company.visitor();
    for (int i = 0; i < 5; i++) {
      assertThat(guesser.signIn("fay", WRONG).status()).as("try " + i).isEqualTo(403);
    }
    Answer shut = guesser.signIn("fay", ClosedCompany.PASSWORD);
    assertThat(shut.status()).isEqualTo(429);
    assertThat(shut.body()).contains("Too many wrong passwords");
    company.server.clock.advance(Duration.ofSeconds(31));
    assertThat(guesser.signIn("fay", WRONG).status()).isEqualTo(403);
    company.server.clock.advance(Duration.ofSeconds(31));
    assertThat(guesser.signIn("fay", ClosedCompany.PASSWORD).status()).isEqualTo(429);
    company.server.clock.advance(Duration.ofSeconds(30));
    assertThat(guesser.signIn("fay", ClosedCompany.PASSWORD).status()).isEqualTo(303);
    assertThat(company.visitor().signIn("fay", WRONG).status()).isEqualTo(403);
    assertThat(company.visitor().signIn("fay", ClosedCompany.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void theAnswerDoesNotTellWhetherThereIsSuchAPerson() throws Exception {
    company.add("Gus", Role.AGENT);
    Visitor visitor = company.visitor();
    String known = visitor.signIn("gus", WRONG).body().replace("gus", "…");
    String unknown = visitor.signIn("zed", WRONG).body().replace("zed", "…");
    assertThat(unknown.replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(known.replaceAll("value=\"[^\"]*\"", ""));
    for (int i = 0; i < 4; i++) {
      visitor.signIn("zed", WRONG);
    }
    assertThat(visitor.signIn("zed", WRONG).status()).isEqualTo(429);
  }

  @Test
  void aDisabledPersonIsOutAtOnceAndStaysOut() throws Exception {
    Visitor hal = company.add("Hal", Role.LEAD);
    assertThat(company.ada.form("/people/%d/disable".formatted(company.id("Hal"))).body())
        .contains("Hal can't sign in any more");
    assertThat(hal.isIn()).isFalse();
    assertThat(company.visitor().signIn("hal", ClosedCompany.PASSWORD).status()).isEqualTo(403);
    company.ada.form("/people/%d/enable".formatted(company.id("Hal")));
    assertThat(hal.isIn()).as("the old session is gone for good").isFalse();
    assertThat(company.visitor().signIn("hal", ClosedCompany.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() throws Exception {
    Visitor ivy = company.add("Ivy", Role.AGENT);
    Visitor elsewhere = company.visitor();
    elsewhere.signIn("ivy", ClosedCompany.PASSWORD);
    String before = String.valueOf(ivy.cookie("session"));
    assertThat(
            ivy.form("/account/password", "current", WRONG, "password", "grey owls hum at noon")
                .body())
        .contains("current password is not right");
    assertThat(
            ivy.form(
                    "/account/password",
                    "current",
                    ClosedCompany.PASSWORD,
                    "password",
                    "password2026!")
                .body())
        .contains("guessed first");
    assertThat(
            ivy.form(
                    "/account/password",
                    "current",
                    ClosedCompany.PASSWORD,
                    "password",
                    "grey owls hum at noon")
                .status())
        .isEqualTo(303);
    assertThat(ivy.isIn()).isTrue();
    assertThat(ivy.cookie("session")).isNotEqualTo(before);
    assertThat(elsewhere.isIn()).isFalse();
    assertThat(company.visitor().signIn("ivy", ClosedCompany.PASSWORD).status()).isEqualTo(403);
  }

  @Test
  void aLinkWorksOnceAndNotForEver() throws Exception {
    String link = company.invite("Jo", Role.AGENT);
    assertThat(company.visitor().get(link).body()).contains("Welcome,").contains("Jo");
    assertThat(company.visitor().form(link, "password", "password1234").status()).isEqualTo(400);
    Visitor jo = company.visitor();
    assertThat(jo.form(link, "password", ClosedCompany.PASSWORD).status()).isEqualTo(303);
    assertThat(jo.isIn()).isTrue();
    assertThat(company.visitor().get(link).status()).isEqualTo(404);
    assertThat(company.visitor().form(link, "password", WRONG).status()).isEqualTo(404);
    String newer = company.invite("Kim", Role.AGENT);
    company.server.clock.advance(Duration.ofDays(4));
    assertThat(company.visitor().get(newer).status()).isEqualTo(404);
    company.ada.signIn("ada@example.com", ClosedCompany.PASSWORD);
  }

  @Test
  void aPasswordOfAnOlderMethodIsKeptAnewAtSignIn() throws Exception {
    company.add("Max", Role.AGENT);
    int max = company.id("Max");
    String older = "{bcrypt}" + new BCryptPasswordEncoder().encode(ClosedCompany.PASSWORD);
    new AccountStore(company.server.running.switchboard().database().jdbi())
        .inTransaction(
            company.server.clock.instant(),
            tx -> {
              tx.setPassword(max, older);
              return true;
            });
    assertThat(company.visitor().signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(303);
    assertThat(company.accounts().people().find(max).orElseThrow().passwordHash())
        .startsWith("{argon2id");
    assertThat(company.visitor().signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void aSessionThatRanOutIsEndedForGoodAndSaidSo(@TempDir Path folder) throws Exception {
    try (ClosedCompany small = ClosedCompany.start(folder)) {
      small.server.clock.advance(Duration.ofMinutes(31));
      small.accounts().sweep();
      int idle =
          small
              .server
              .running
              .switchboard()
              .database()
              .jdbi()
              .withHandle(
                  h ->
                      h.createQuery(
                              """
                              SELECT count(*) FROM events
                              WHERE type = 'person.signedOut' AND data->>'reason' = 'idle'
                              """)
                          .mapTo(int.class)
                          .one());
      assertThat(idle).isEqualTo(1);
      small.server.clock.advance(Duration.ofDays(3));
      small.accounts().sweep();
      assertThat(small.ada.isIn()).isFalse();
      assertThat(small.ada.signIn("ada@example.com", ClosedCompany.PASSWORD).status())
          .isEqualTo(303);
    }
  }

  @Test
  void thereIsAlwaysSomebodyWhoAdministers(@TempDir Path folder) throws Exception {
    try (ClosedCompany small = ClosedCompany.start(folder)) {
      int ada = small.id("Ada");
      Answer refused = small.ada.form("/people/%d/role".formatted(ada), "role", "agent");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body()).contains("Somebody must administer");
      assertThat(small.ada.form("/people/%d/disable".formatted(ada)).status()).isEqualTo(409);
      small.add("Lou", Role.ADMINISTRATOR);
      assertThat(small.ada.form("/people/%d/role".formatted(ada), "role", "agent").status())
          .isEqualTo(200);
      assertThat(small.ada.form("/people/%d/role".formatted(ada), "role", "administrator").status())
          .isEqualTo(403);
    }
  }

  @Test
  void anOfficesRightPasswordsDontEndWhatWrongOnesBegan(@TempDir Path folder) throws Exception {
    try (ClosedCompany small = ClosedCompany.start(folder)) {
      small.add("Max", Role.AGENT);
      Visitor visitor = small.visitor();
      for (int i = 0; i < 99; i++) {
        assertThat(visitor.signIn("nobody" + i, WRONG).status()).as("try " + i).isEqualTo(403);
      }
      assertThat(visitor.signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(303);
      assertThat(visitor.signIn("nobody99", WRONG).status()).isEqualTo(403);
      assertThat(visitor.signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(429);
      small.server.clock.advance(Duration.ofSeconds(61));
      assertThat(visitor.signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(303);
      assertThat(visitor.signIn("nobody100", WRONG).status()).isEqualTo(403);
      assertThat(visitor.signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(429);
      // An hour in which nobody mistypes, and the count starts anew.
      small.server.clock.advance(Duration.ofMinutes(61));
      assertThat(visitor.signIn("nobody101", WRONG).status()).isEqualTo(403);
      assertThat(visitor.signIn("max", ClosedCompany.PASSWORD).status()).isEqualTo(303);
    }
  }

  @Test
  void whatAPageFetchesByItselfKeepsNoSessionButWhatAPersonOpensDoes() throws Exception {
    Visitor noa = company.add("Noa", Role.AGENT);
    company.server.clock.advance(Duration.ofMinutes(20));
    assertThat(noa.get("/console/list").status()).isEqualTo(200);
    company.server.clock.advance(Duration.ofMinutes(20));
    var byItself = noa.request("/console/list").header("X-By-Itself", "1").GET();
    assertThat(company.server.api.send(byItself).status()).isEqualTo(200);
    company.server.clock.advance(Duration.ofMinutes(11));
    assertThat(noa.isIn()).isFalse();
    company.ada.signIn("ada@example.com", ClosedCompany.PASSWORD);
  }

  @Test
  void twoAtOnceWithTheSameSignInNameAreOnePersonAndOneRefusal() throws Exception {
    List<Callable<Integer>> both =
        List.of(() -> addSame("Vi One"), () -> addSame("Vi Two"), () -> addSame("Vi Three"));
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(both)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
  }

  private int addSame(String name) throws Exception {
    return company
        .script("/api/v1/people", Map.of("name", name, "login", "vi", "role", "agent"))
        .status();
  }

  @Test
  void sessionsSurviveARestartAndRunOut(@TempDir Path folder) throws Exception {
    String session;
    try (ClosedCompany small = ClosedCompany.start(folder)) {
      session = String.valueOf(small.ada.cookie("session"));
    }
    try (TestServer again = TestServer.start(folder, ClosedCompany.SCRIPT)) {
      Visitor ada = new Visitor(again.api);
      ada.keep("session", session);
      assertThat(ada.isIn()).isTrue();
      assertThat(again.running.switchboard().accounts().links().makeFirst()).isEmpty();
      again.clock.advance(Duration.ofMinutes(25));
      assertThat(ada.isIn()).as("used within half an hour").isTrue();
      again.clock.advance(Duration.ofMinutes(31));
      assertThat(ada.isIn()).as("idle for more than half an hour").isFalse();
      ada.signIn("ada@example.com", ClosedCompany.PASSWORD);
      for (int i = 0; i < 29; i++) {
        again.clock.advance(Duration.ofMinutes(25));
        assertThat(ada.isIn()).as("after %d times 25 minutes", i + 1).isEqualTo(i < 28);
      }
    }
  }
}
