package dev.switchboard.server.cli;

import picocli.CommandLine.Command;

/** {@code switchboard demo}. */
@Command(name = "demo", description = "A made-up snow day, everything in one process")
final class DemoCommand extends LaterCommand {}
