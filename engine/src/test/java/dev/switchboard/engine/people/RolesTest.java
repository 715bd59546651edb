package dev.switchboard.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What roles may do, and how long wrong passwords keep sign-in shut. */
class RolesTest {
  @Test
  void eachRoleMayDoWhatTheOneBelowMayAndMore() {
    for (int i = 1; i < Role.values().length; i++) {
      assertThat(Role.values()[i].permissions())
          .containsAll(Role.values()[i - 1].permissions())
          .hasSizeGreaterThan(Role.values()[i - 1].permissions().size());
    }
    assertThat(Role.READ_ONLY.permissions()).containsExactly(Permission.READ);
    assertThat(Role.ADMINISTRATOR.permissions()).containsExactly(Permission.values());
  }

  @Test
  void onlyAdministratorsLookAfterPeopleAndActForOthers() {
    for (Role role : Role.values()) {
      boolean administers = role == Role.ADMINISTRATOR;
      assertThat(role.may(Permission.MANAGE_PEOPLE)).isEqualTo(administers);
      assertThat(role.may(Permission.ACT_FOR_ANYONE)).isEqualTo(administers);
    }
  }

  @Test
  void wordsLeadBack() {
    for (Role role : Role.values()) {
      assertThat(Role.find(role.word())).contains(role);
    }
    for (Permission permission : Permission.values()) {
      assertThat(Permission.find(permission.word())).contains(permission);
    }
    assertThat(Role.find("owner")).isEmpty();
    assertThat(Permission.find("READ")).isEmpty();
  }

  @Test
  void aFewMistakesCostNothing() {
    assertThat(Backoff.ACCOUNT.after(4)).isZero();
    assertThat(Backoff.ACCOUNT.after(5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Backoff.ACCOUNT.after(6)).isEqualTo(Duration.ofMinutes(1));
  }

  @Property
  void shutsForLongerEachTimeUpToABound(@ForAll @IntRange(max = 1_000_000) int failures) {
    Duration wait = Backoff.ACCOUNT.after(failures);
    assertThat(Backoff.ACCOUNT.after(failures + 1)).isGreaterThanOrEqualTo(wait);
    assertThat(wait).isLessThanOrEqualTo(Backoff.ACCOUNT.longest());
  }

  @Test
  void anHourWithoutAMistakeClearsAnAddressAndADayAnAccount() {
    assertThat(Backoff.ADDRESS.left(50, Duration.ofMinutes(60))).isEqualTo(50);
    assertThat(Backoff.ADDRESS.left(50, Duration.ofMinutes(61))).isZero();
    assertThat(Backoff.ACCOUNT.left(5, Duration.ofHours(24))).isEqualTo(5);
    assertThat(Backoff.ACCOUNT.left(5, Duration.ofHours(25))).isZero();
  }

  /** OWASP ASVS 2.2.1 asks for at most a hundred. */
  @Test
  void whoGuessesGetsFewTriesAnHour() {
    Duration waited = Duration.ZERO;
    int tries = 0;
    while (waited.compareTo(Duration.ofHours(1)) < 0) {
      tries++;
      waited = waited.plus(Backoff.ACCOUNT.after(tries));
    }
    assertThat(tries).isLessThan(15);
  }
}
