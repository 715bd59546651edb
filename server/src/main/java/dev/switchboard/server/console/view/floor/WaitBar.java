package dev.switchboard.server.console.view.floor;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.floor.WaitsNow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How long some waited, beside others.
 *
 * @param half where the median lies, and {@code most} where nine of ten do, 0 to 100
 */
public record WaitBar(
    String name, long customers, String medianWords, String mostWords, int half, int most) {
  private static final int MAX_LISTED = 6;

  static List<WaitBar> of(List<WaitsNow.Wait> waits, UnaryOperator<String> naming) {
    List<WaitsNow.Wait> some =
        waits.stream().filter(wait -> wait.customers() > 0).limit(MAX_LISTED).toList();
    long longest = some.stream().mapToLong(wait -> wait.most().toMillis()).max().orElse(1);
    return some.stream()
        .map(
            wait ->
                new WaitBar(
                    naming.apply(wait.who()),
                    wait.customers(),
                    Words.length(wait.median()),
                    Words.length(wait.most()),
                    share(wait.median(), longest),
                    share(wait.most(), longest)))
        .toList();
  }

  private static int share(Duration wait, long longest) {
    return longest == 0 ? 1 : (int) Math.max(1, 100 * wait.toMillis() / longest);
  }

  static String reach(String who) {
    return who.equals("unknown") ? "not known" : WaitsNow.label(who);
  }

  static String language(String who) {
    return who.equals("unknown") || who.equals("other")
        ? who
        : Objects.requireNonNullElse(Words.language(who), who);
  }
}
