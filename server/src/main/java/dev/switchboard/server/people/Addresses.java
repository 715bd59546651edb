package dev.switchboard.server.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses on the network, as far as they tell one who guesses from another. */
final class Addresses {
  /** Of IPv6, whoever has one address has all that begin with the same 64 bits (RFC 6177). */
  private static final int NETWORK_BYTES = 8;

  private Addresses() {}

  /** The address, or of IPv6 the network it is in; what is no address stays as it is. */
  static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      if (!(parsed instanceof Inet6Address)) {
        return parsed.getHostAddress();
      }
      byte[] bytes = parsed.getAddress();
      Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (IllegalArgumentException | UnknownHostException _) {
      return address;
    }
  }
}
