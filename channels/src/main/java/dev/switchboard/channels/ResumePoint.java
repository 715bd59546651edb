package dev.switchboard.channels;

/**
 * A place between two lines of a file, from which it can be read on later.
 *
 * @param position bytes from the start of the file, 0 or more
 * @param lines lines that lie before it, 0 or more
 */
public record ResumePoint(long position, long lines) {
  public static final ResumePoint START = new ResumePoint(0, 0);

  public ResumePoint {
    if (position < 0 || lines < 0) {
      throw new IllegalArgumentException("position and lines are 0 or more");
    }
  }
}
