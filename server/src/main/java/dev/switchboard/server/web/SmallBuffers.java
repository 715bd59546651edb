package dev.switchboard.server.web;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Connections stay open for hours, and each keeps its buffers. What is large is read and written
 * past them, so they need not hold more than the head of a request.
 */
final class SmallBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int BYTES = 2_048;

  /** Our heads are of 1 kB; a cookie and a long address fit, too. */
  private static final int ANSWER_HEAD_BYTES = 4_096;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(LeanHttp11.class.getName());
    factory.addConnectorCustomizers(SmallBuffers::shrink);
  }

  private static void shrink(Connector connector) {
    connector.setProperty("maxHttpResponseHeaderSize", Integer.toString(ANSWER_HEAD_BYTES));
    connector.setProperty("socket.appReadBufSize", Integer.toString(BYTES));
    connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES));
  }
}
