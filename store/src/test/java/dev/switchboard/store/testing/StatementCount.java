package dev.switchboard.store.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Counts the statements that go to the database, whoever sends them; those that go together count
 * one each. Any thread.
 */
public final class StatementCount {
  private final AtomicInteger count = new AtomicInteger();
  private final Predicate<String> counts;

  private StatementCount(Predicate<String> counts) {
    this.counts = counts;
  }

  /**
   * Begins to count.
   *
   * @param counts which statements count; asked on the thread that sends them
   */
  public static StatementCount on(Jdbi jdbi, Predicate<String> counts) {
    return new StatementCount(counts).also(jdbi);
  }

  /** Counts what goes through other connections, too. */
  public StatementCount also(Jdbi jdbi) {
    jdbi.installPlugin(
        new JdbiPlugin() {
          @Override
          public Connection customizeConnection(Connection connection) {
            return watched(connection);
          }
        });
    return this;
  }

  public int get() {
    return count.get();
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            for (String one : sql.split(";\n")) {
              count.addAndGet(counts.test(one) ? 1 : 0);
            }
          }
          return call(statement, method, arguments);
        });
  }

  private static Object call(Object on, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
