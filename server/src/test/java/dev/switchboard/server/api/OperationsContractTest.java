package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of the floor over HTTP. */
@ExtendWith(OneServer.class)
class OperationsContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  OperationsContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void whatIsAnsweredWithoutAnExceptionFlowed() throws Exception {
    assertThat(flow("").json().path("share").isNull()).isTrue();
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    server.reply(id, token, "It is on its way.");
    server.awaitState(id, "answered");

    Answer flow = flow("&hours=1");
    assertThat(flow.number("answered")).isEqualTo(1);
    assertThat(flow.number("flowed")).isEqualTo(1);
    assertThat(flow.json().path("share").asDouble()).isEqualTo(1);
  }

  @Test
  void aTimeThatIsTooLongOrNoneIsRefusedInWords() throws Exception {
    for (String hours : new String[] {"0", "-1", "745"}) {
      Answer refused = flow("&hours=" + hours);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("detail")).contains("between 1 and 744", hours);
    }
  }

  private Answer flow(String more) throws Exception {
    return server.api.get("/api/v1/operations/flow?brand=" + brand + more);
  }
}
