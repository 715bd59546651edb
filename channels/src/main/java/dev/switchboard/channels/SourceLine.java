package dev.switchboard.channels;

/**
 * One line of a source and where reading goes on after it.
 *
 * @param next where to open the source again so that this line is the last one not repeated; it
 *     also says how far the source has been read, in bytes
 */
public record SourceLine(ParsedLine parsed, ResumePoint next) {}
