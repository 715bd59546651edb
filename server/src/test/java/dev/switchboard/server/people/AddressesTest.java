package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which addresses count as one. */
class AddressesTest {
  @Test
  void ofIpv6TheNetworkCounts() {
    assertThat(Addresses.network("2001:db8:1:2:aaaa::1"))
        .isEqualTo(Addresses.network("2001:db8:1:2::ffff"))
        .isNotEqualTo(Addresses.network("2001:db8:1:3::1"));
  }

  @Test
  void ofIpv4TheAddressAlsoIfItIsWrittenAsIpv6() {
    assertThat(Addresses.network("192.0.2.7"))
        .isEqualTo("192.0.2.7")
        .isEqualTo(Addresses.network("::ffff:192.0.2.7"))
        .isNotEqualTo(Addresses.network("192.0.2.8"));
  }

  @Test
  void whatIsNoAddressStaysAsItIs() {
    assertThat(Addresses.network("unknown")).isEqualTo("unknown");
  }
}
