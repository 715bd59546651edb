package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** An account that changes between the look at its password and what follows. */
@TestInstance(Lifecycle.PER_CLASS)
class ChangedMeanwhileTest {
  private static final String NEWER = "grey owls hum at noon";
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  /** Lets something happen when the time is asked for again after the password was looked at. */
  private static final class Interrupting implements InstantSource {
    private final InstantSource clock;
    private final Runnable event;
    private int calls;

    Interrupting(InstantSource clock, int calls, Runnable event) {
      this.clock = clock;
      this.calls = calls;
      this.event = event;
    }

    @Override
    public Instant instant() {
      if (--calls == 0) {
        event.run();
      }
      return clock.instant();
    }
  }

  /** The same accounts, with something that happens at the call of the clock of this number. */
  private SignIn signIn(int call, Runnable event) {
    return new Accounts(
            company.server.running.switchboard().database().jdbi(),
            null,
            SessionTimes.DEFAULT,
            TestServer.LITTLE,
            new Interrupting(company.server.clock, call, event),
            () -> {})
        .signIn();
  }

  @Test
  void whoIsDisabledAtThatMomentDoesNotGetIn() throws Exception {
    company.add("Xenia", Role.AGENT);
    int id = company.id("Xenia");
    SignInResult result =
        signIn(3, () -> company.accounts().people().disable(null, id))
            .signIn("xenia", ClosedCompany.PASSWORD, "192.0.2.1", null);
    assertThat(result).isInstanceOf(SignInResult.Wrong.class);
    assertThat(company.accounts().people().find(id).orElseThrow().isDisabled()).isTrue();
    assertThat(company.accounts().sessions().of(id)).isEmpty();
  }

  @Test
  void thePasswordOfALinkIsNotReplacedByOneWhoKnewTheOldOne() throws Exception {
    Visitor yan = company.add("Yan", Role.AGENT);
    int id = company.id("Yan");
    long session = company.accounts().sessions().of(id).getFirst().id();
    AccountResult made = company.accounts().people().newLink(new Caller.Script(), id);
    String link = String.valueOf(((AccountResult.Done) made).secret());
    SignInResult result =
        signIn(2, () -> company.accounts().links().use(link, NEWER))
            .changePassword(
                new Caller.Person(session, id, "Yan", Role.AGENT),
                ClosedCompany.PASSWORD,
                "some third words entirely");
    assertThat(result).isInstanceOf(SignInResult.Wrong.class);
    assertThat(yan.isIn()).isFalse();
    assertThat(company.visitor().signIn("yan", NEWER).status()).isEqualTo(303);
  }
}
