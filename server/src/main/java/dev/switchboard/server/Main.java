package dev.switchboard.server;

/** Where the program starts. */
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] args) {
    System.err.println("The command line is not there yet.");
    System.exit(FAILED);
  }
}
