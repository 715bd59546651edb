package dev.switchboard.server.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and by which names it may be asked for.
 *
 * @param address an IP address or a name of this machine
 * @param hosts names that requests may ask for, besides this machine's own for itself
 * @param certificate the file of the certificate and its chain, as PEM; null without TLS
 * @param privateKey the file of its key, as PEM; null without TLS
 * @param behindProxy whether a reverse proxy ends TLS and says whom it speaks for
 * @param proxies addresses or networks (CIDR) from which a proxy's word is believed
 */
public record Listening(
    String address,
    Set<String> hosts,
    @Nullable Path certificate,
    @Nullable Path privateKey,
    boolean behindProxy,
    Set<String> proxies) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.0/8", "::1/128");
  public static final Listening LOCAL = new Listening("127.0.0.1", Set.of(), null, null, false);

  private static final int MIN_KEY_CHARS = 32;
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  /** With a proxy, if any, on this machine. */
  public Listening(
      String address,
      Set<String> hosts,
      @Nullable Path certificate,
      @Nullable Path privateKey,
      boolean behindProxy) {
    this(address, hosts, certificate, privateKey, behindProxy, THIS_MACHINE);
  }

  public Listening {
    if ((certificate == null) != (privateKey == null)) {
      throw new IllegalArgumentException("tls.certificate and tls.key go together: name both");
    }
    Set<String> lower = new LinkedHashSet<>();
    hosts.forEach(host -> lower.add(host.strip().toLowerCase(Locale.ROOT)));
    hosts = Set.copyOf(lower);
    Set<String> networks = new LinkedHashSet<>();
    proxies.forEach(proxy -> networks.add(Network.parse(proxy)));
    proxies = networks.isEmpty() ? THIS_MACHINE : Set.copyOf(networks);
  }

  public boolean hasTls() {
    return certificate != null;
  }

  boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return OWN.contains(name) || hosts.contains(name);
  }

  /**
   * Makes sure that nobody beyond this machine meets an open server, or sends a password in clear.
   *
   * @throws IllegalArgumentException with what to do
   */
  public void check(boolean closed) {
    if (isLoopback()) {
      checkProxied(closed);
      return;
    }
    if (!closed) {
      throw new IllegalArgumentException(
          ("--listen %s needs an administrator first: start without --listen on this machine, and "
                  + "open the link that is printed.")
              .formatted(address));
    }
    if (!hasTls() && !behindProxy) {
      throw new IllegalArgumentException(
          ("--listen %s needs TLS: name tls.certificate and tls.key in the configuration, or say "
                  + "--behind-proxy if a reverse proxy does it.")
              .formatted(address));
    }
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException(
          "--listen %s needs the names that people will ask for: hosts = support.example.com"
              .formatted(address));
    }
  }

  /** A proxy on this machine brings the whole network to a server on loopback. */
  private void checkProxied(boolean closed) {
    if (!closed && isForOthers()) {
      throw new IllegalArgumentException(
          "behindProxy (--behind-proxy) and hosts need an administrator first: start without them"
              + " on this machine, and open the link that is printed.");
    }
  }

  private boolean isForOthers() {
    return behindProxy || !hosts.isEmpty();
  }

  /**
   * Makes sure that a key which does everything can't be guessed by those who can reach the server.
   *
   * @param key of the environment; null if there is none
   * @throws IllegalArgumentException with what to do
   */
  public void checkKey(@Nullable String key) {
    if (key != null && key.length() < MIN_KEY_CHARS && (isForOthers() || !isLoopback())) {
      throw new IllegalArgumentException(
          ("SWITCHBOARD_API_KEY does everything, and others can reach this server: give it %d"
                  + " characters of chance or more (openssl rand -hex 32), or none.")
              .formatted(MIN_KEY_CHARS));
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "--listen %s: there is no such address here".formatted(address), e);
    }
  }
}
