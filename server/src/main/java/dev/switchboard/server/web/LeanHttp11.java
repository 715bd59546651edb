package dev.switchboard.server.web;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 whose answers have a small buffer of their own. Tomcat's usual one takes 24 kB (its
 * bytes and its characters) for as long as an answer lasts, and a page's stream lasts for hours;
 * whole pages and JSON are written past it.
 */
public final class LeanHttp11 extends Http11NioProtocol {
  private static final int BUFFER_BYTES = 2_048;

  @Override
  public int getDesiredBufferSize() {
    return BUFFER_BYTES;
  }
}
