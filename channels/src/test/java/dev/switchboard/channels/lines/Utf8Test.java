package dev.switchboard.channels.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8Test {
  @Property(tries = 5_000)
  void agreesWithTheStandardDecoderExceptAboutNul(@ForAll("bytes") byte[] bytes) {
    assertThat(Utf8.firstWrong(bytes, 0, bytes.length) < 0)
        .isEqualTo(isUtf8(bytes) && !hasNul(bytes));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** Bytes near the edges of UTF-8 and plain letters, so that many sequences are right. */
  @Provide
  static Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> edges =
        Arbitraries.of(
                0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0,
                0xF1, 0xF4, 0xF5, 0xFF, 0, 0x7F)
            .map(Integer::byteValue);
    Arbitrary<Byte> letters = Arbitraries.bytes().between((byte) 1, (byte) 127);
    return Arbitraries.oneOf(edges, letters).array(byte[].class).ofMaxSize(24);
  }
}
