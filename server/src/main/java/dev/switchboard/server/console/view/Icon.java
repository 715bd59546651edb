package dev.switchboard.server.console.view;

/** The line drawings of the console, on a grid of 24 by 24. */
public final class Icon {
  private Icon() {}

  /** The path of a drawing; a name that is none is a mistake in a template. */
  public static String path(String name) {
    return switch (name) {
      case "inbox" -> "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2h4l1-2h5";
      case "hand" ->
          "M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20c.8-3.6 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500";
      case "people" ->
          "M9 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM3 19c.5-3 3-4.500 6-4.500s5.500 1.500 6 4.500M16 6a3 3 0 010 6M17.500 14.800c2 .5 3.200 2 3.500 4.200";
      case "send" -> "M4 12l16-7-5 15-3.500-6zM11.500 14L20 5";
      case "check" -> "M12 4a8 8 0 100 16 8 8 0 000-16zM8.500 12.200l2.500 2.500 4.500-5";
      case "archive" -> "M4 5h16v4H4zM5.500 9v10h13V9M10 13h4";
      case "alert" -> "M12 4.500L21 19.500H3zM12 10v4.500M12 17v.2";
      case "unsure" -> "M12 4a8 8 0 100 16 8 8 0 000-16zM7.500 13c1-2 2.500-2 4-.8s3 1.200 5-.9";
      case "heart" ->
          "M12 19.500C7 16 4 13 4 9.500A3.800 3.800 0 0112 7.200a3.800 3.800 0 018 2.300c0 3.500-3 6.500-8 10z";
      case "aside" -> "M4 6h9M4 11h9M4 16h6M16 9l4 4-4 4M20 13h-7";
      case "eye" ->
          "M3 12c2.500-4.500 5.500-6.500 9-6.500s6.500 2 9 6.500c-2.500 4.500-5.500 6.500-9 6.500S5.500 16.500 3 12zM12 9a3 3 0 100 6 3 3 0 000-6z";
      case "tag" -> "M4 4.500h7.500L20 13l-7 7-8.500-8.500zM8 8v.2";
      case "undo" -> "M8 6L4 10l4 4M4 10h9.500a5.500 5.500 0 010 11H9";
      case "spark" ->
          "M12 4v5M12 15v5M4 12h5M15 12h5M7 7l2.500 2.500M14.500 14.500L17 17M17 7l-2.500 2.500M9.500 14.500L7 17";
      case "pulse" -> "M3 12.500h4l2.500-6.500 4 12 2.700-8 1.300 2.500H21";
      case "search" -> "M10.500 5a5.500 5.500 0 100 11 5.500 5.500 0 000-11zM15 15l4.500 4.500";
      case "theme" ->
          "M12 4a8 8 0 100 16 8 8 0 000-16zM12 4v16M12 8l4-2.500M12 12l7.500-2.500M12 16l7-2.500";
      case "help" ->
          "M12 4a8 8 0 100 16 8 8 0 000-16zM9.800 9.800a2.300 2.300 0 114 1.500c-1 .9-1.800 1.200-1.800 2.500M12 16.500v.2";
      case "info" -> "M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.2";
      case "back" -> "M14.500 5.500L8 12l6.500 6.500";
      case "down" -> "M12 5v13M6.500 12.500L12 18l5.500-5.500";
      case "out" -> "M9 6H5.500v12.500H18V15M13 5.500h5.500V11M18.500 5.500L11 13";
      case "mute" -> "M4.500 9.500v5h3.500l4.500 4V5.500l-4.500 4zM16 9.500l5 5M21 9.500l-5 5";
      case "lock" -> "M6.500 11h11v8h-11zM9 11V8a3 3 0 016 0v3";
      case "clip" ->
          "M18 11.500l-6 6a4 4 0 01-5.700-5.700l6.500-6.500a2.700 2.700 0 013.900 3.900l-6.500 6.400a1.300 1.300 0 01-1.900-1.900l5.700-5.700";
      case "note" -> "M6 4.500h12v10L13.500 19.500H6zM13.500 19.500v-5H18M9 8.500h6M9 11.500h4";
      case "next" -> "M5 12h13M12.500 6.500L18 12l-5.500 5.500";
      default -> throw new IllegalArgumentException("there is no icon " + name);
    };
  }
}
