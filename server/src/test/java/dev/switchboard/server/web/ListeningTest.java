package dev.switchboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server may listen, and by which names it is asked for. */
class ListeningTest {
  private static final Path PEM = Path.of("some.pem");
  private static final Set<String> HOSTS = Set.of("Support.Example.com");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.53"})
  void thisMachineMayAlwaysBeListenedOn(String address) {
    new Listening(address, Set.of(), null, null, false).check(false);
  }

  @Test
  void aProxyOnThisMachineBringsOthersSoItTakesAnAdministrator() {
    assertThatThrownBy(() -> new Listening("127.0.0.1", Set.of(), null, null, true).check(false))
        .hasMessageContaining("need an administrator first");
    assertThatThrownBy(() -> new Listening("127.0.0.1", HOSTS, null, null, false).check(false))
        .hasMessageContaining("need an administrator first");
    new Listening("127.0.0.1", HOSTS, null, null, true).check(true);
  }

  @Test
  void whereOthersReachItTheKeyOfTheEnvironmentIsLong() {
    String longEnough = "0123456789abcdef".repeat(2);
    new Listening("127.0.0.1", Set.of(), null, null, false).checkKey("short");
    Listening proxied = new Listening("127.0.0.1", Set.of(), null, null, true);
    Listening wide = new Listening("0.0.0.0", HOSTS, PEM, PEM, false);
    for (Listening reached : new Listening[] {proxied, wide}) {
      assertThatThrownBy(() -> reached.checkKey(longEnough.substring(1)))
          .hasMessageContaining("32 characters");
      reached.checkKey(longEnough);
      reached.checkKey(null);
    }
  }

  @Test
  void beyondItTakesAnAdministratorTlsAndAName() {
    assertThatThrownBy(() -> new Listening("0.0.0.0", HOSTS, PEM, PEM, false).check(false))
        .hasMessageContaining("needs an administrator first");
    assertThatThrownBy(() -> new Listening("0.0.0.0", HOSTS, null, null, false).check(true))
        .hasMessageContaining("needs TLS");
    assertThatThrownBy(() -> new Listening("0.0.0.0", Set.of(), PEM, PEM, false).check(true))
        .hasMessageContaining("hosts = ");
    new Listening("0.0.0.0", HOSTS, PEM, PEM, false).check(true);
    new Listening("0.0.0.0", HOSTS, null, null, true).check(true);
  }

  @Test
  void namesAreThoseOfThisMachineAndThoseConfigured() {
    Listening listening = new Listening("0.0.0.0", HOSTS, PEM, PEM, false);
    assertThat(listening.isOurs("support.example.com")).isTrue();
    assertThat(listening.isOurs("LOCALHOST")).isTrue();
    assertThat(listening.isOurs("example.com")).isFalse();
    assertThat(listening.isOurs(null)).isFalse();
  }

  @Test
  void aProxyIsBelievedOnThisMachineUnlessItsNetworkIsNamed() {
    assertThat(new Listening("0.0.0.0", HOSTS, null, null, true).proxies())
        .containsExactlyInAnyOrder("127.0.0.0/8", "0:0:0:0:0:0:0:1/128");
    Set<String> named = Set.of(" 10.1.0.0/16", "192.0.2.7");
    assertThat(new Listening("0.0.0.0", HOSTS, null, null, true, named).proxies())
        .containsExactlyInAnyOrder("10.1.0.0/16", "192.0.2.7/32");
    for (String wrong : new String[] {"10.0.0.0/33", "proxy.example.com", "10.0.0.0/8/8", ".*"}) {
      assertThatThrownBy(() -> new Listening("0.0.0.0", HOSTS, null, null, true, Set.of(wrong)))
          .hasMessageContaining("proxies: ");
    }
  }

  @Test
  void aCertificateGoesWithItsKey() {
    assertThatThrownBy(() -> new Listening("0.0.0.0", HOSTS, PEM, null, false))
        .hasMessageContaining("go together");
  }
}
