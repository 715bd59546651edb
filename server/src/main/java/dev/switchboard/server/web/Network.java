package dev.switchboard.server.web;

import java.net.InetAddress;

/** Networks as addresses with the length of their prefix (CIDR, RFC 4632 and RFC 4291). */
final class Network {
  private Network() {}

  /**
   * A network as it is written everywhere; an address alone is a network of one.
   *
   * @throws IllegalArgumentException with a sentence, if it is none
   */
  static String parse(String text) {
    String[] parts = text.strip().split("/", -1);
    try {
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int longest = address.getAddress().length * Byte.SIZE;
      int prefix = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
      if (parts.length > 2 || prefix < 0 || prefix > longest) {
        throw new IllegalArgumentException("the prefix is out of range");
      }
      return address.getHostAddress() + "/" + prefix;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "proxies: \"%s\" is no address and no network such as 10.0.0.0/8".formatted(text), e);
    }
  }
}
