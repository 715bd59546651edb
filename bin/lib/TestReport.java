import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Adds up the surefire reports below a folder, shows what failed, and ends with a line {@code N
 * passed, N failed, N skipped}. Exit code 0 if tests ran and none failed, 1 otherwise.
 */
public final class TestReport {
  private static final int MAX_FAILURES_SHOWN = 40;
  private static final int MAX_MESSAGE_LINES = 12;
  private static final int MAX_LINE_CHARS = 400;

  /** A test that failed, with the file to look at. */
  private record Failure(String test, String message, Path report) {}

  /** A test that was skipped, and why. */
  private record Skip(String test, String reason) {}

  private final List<Failure> failures = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();
  private int passed;

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    TestReport report = new TestReport();
    DocumentBuilder parser = parser();
    for (Path file : reportsBelow(root)) {
      report.add(file, parser);
    }
    report.print(root);
    System.exit(report.isGood() ? 0 : 1);
  }

  private static DocumentBuilder parser() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    parser.setErrorHandler(null);
    return parser;
  }

  private static List<Path> reportsBelow(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path reports = module.resolve("target/surefire-reports");
        if (Files.isDirectory(reports)) {
          Files.walkFileTree(reports, new XmlFinder(found));
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static final class XmlFinder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    XmlFinder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (name.startsWith("TEST-") && name.endsWith(".xml")) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private void add(Path file, DocumentBuilder parser) throws IOException {
    try {
      var cases = parser.parse(file.toFile()).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        add((Element) cases.item(i), file);
      }
    } catch (SAXException e) {
      // A test JVM that was killed leaves half a report.
      failures.add(
          new Failure(file.getFileName().toString(), "unreadable: " + e.getMessage(), file));
    }
  }

  private void add(Element testCase, Path report) {
    Element bad = child(testCase, "failure");
    bad = bad == null ? child(testCase, "error") : bad;
    Element skipped = child(testCase, "skipped");
    String className = testCase.getAttribute("classname");
    String test =
        className.substring(className.lastIndexOf('.') + 1) + "." + testCase.getAttribute("name");
    if (bad != null) {
      failures.add(new Failure(test, message(bad) + place(bad) + seed(testCase), output(report)));
    } else if (skipped != null) {
      skips.add(new Skip(test, reason(skipped)));
    } else {
      passed++;
    }
  }

  /** The message, or the start of the stack trace where there is none. */
  private static String message(Element bad) {
    String message = bad.getAttribute("message");
    return message.isBlank() ? bad.getTextContent() : message;
  }

  /** The first line of the stack trace that is ours. */
  private static String place(Element bad) {
    return bad.getTextContent()
        .lines()
        .filter(line -> line.startsWith("\tat dev.switchboard."))
        .findFirst()
        .map(line -> "\n" + line.strip())
        .orElse("");
  }

  /** The seed with which a property's failure can be had again. */
  private static String seed(Element testCase) {
    Element said = child(testCase, "system-out");
    return said == null
        ? ""
        : said.getTextContent()
            .lines()
            .filter(line -> line.startsWith("seed = "))
            .findFirst()
            .map(line -> "\n" + line.replaceAll(" +\\|.*", ""))
            .orElse("");
  }

  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message");
    String text = message.isBlank() ? skipped.getTextContent() : message;
    return text.lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^[\\w.]+Exception: (Assumption failed: )?", "");
  }

  /** The file with what the test class printed, or the report itself if it printed nothing. */
  private static Path output(Path report) {
    String name = report.getFileName().toString();
    Path output =
        report.resolveSibling(
            name.substring("TEST-".length(), name.length() - ".xml".length()) + "-output.txt");
    return Files.exists(output) ? output : report;
  }

  private static Element child(Element parent, String name) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getTagName().equals(name)) {
        return e;
      }
    }
    return null;
  }

  /** A run without a test is no success: most likely a name was misspelt. */
  private boolean isGood() {
    return failures.isEmpty() && passed + skips.size() > 0;
  }

  private void print(Path root) {
    for (Failure f : failures.subList(0, Math.min(failures.size(), MAX_FAILURES_SHOWN))) {
      System.out.println();
      System.out.println("FAILED " + f.test());
      f.message()
          .lines()
          .filter(line -> !line.isBlank())
          .limit(MAX_MESSAGE_LINES)
          .forEach(
              line ->
                  System.out.println(
                      "  " + line.substring(0, Math.min(line.length(), MAX_LINE_CHARS))));
      System.out.println("  see " + root.relativize(f.report()));
    }
    if (failures.size() > MAX_FAILURES_SHOWN) {
      System.out.println("\n… and " + (failures.size() - MAX_FAILURES_SHOWN) + " more.");
    }
    for (Skip s : skips) {
      System.out.println("skipped " + s.test() + (s.reason().isBlank() ? "" : ": " + s.reason()));
    }
    System.out.println(passed + failures.size() + skips.size() == 0 ? "No test ran." : "");
    System.out.printf("%d passed, %d failed, %d skipped%n", passed, failures.size(), skips.size());
  }
}
