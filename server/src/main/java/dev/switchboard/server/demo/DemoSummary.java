package dev.switchboard.server.demo;

/**
 * How a demo went: the last line on stdout of a headless run.
 *
 * @param postsIn lines that the intake has acknowledged
 * @param stored new posts, and changes by their authors
 * @param needsHelp posts that were written as cries for help; what triage made of them is in the
 *     cases
 * @param cases opened during the run
 * @param answered of these, how many stand answered, or were closed after an answer
 * @param waiting of these, how many nobody has answered yet, whether or not somebody holds them
 * @param answeredTwice idempotency keys sent twice, and replies unaware of a colleague's
 */
public record DemoSummary(
    long postsIn,
    long stored,
    long duplicates,
    long rejected,
    long needsHelp,
    long cases,
    long answered,
    long waiting,
    long answeredTwice) {

  /** True when every line that went in came out as one of three. */
  public boolean addsUp() {
    return postsIn == stored + duplicates + rejected;
  }

  /** One line, the names in the order of the contract. */
  public String toJson() {
    return ("{\"postsIn\":%d,\"stored\":%d,\"duplicates\":%d,\"rejected\":%d,\"needsHelp\":%d,"
            + "\"cases\":%d,\"answered\":%d,\"waiting\":%d,\"answeredTwice\":%d}")
        .formatted(
            postsIn,
            stored,
            duplicates,
            rejected,
            needsHelp,
            cases,
            answered,
            waiting,
            answeredTwice);
  }
}
