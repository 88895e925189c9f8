package io.vpclocal;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * The emulator inside the JVM of another program, such as a user's tests. It listens on a free port of the loopback
 * address. Of the program's environment variables, system properties and working directory nothing reaches it, and it
 * changes neither system properties nor the JDK's logging. The test kit makes it in a class loader of its own, through
 * the JDK's types that it implements.
 */
public final class EmbeddedEmulator implements IntSupplier, AutoCloseable {

    /** System properties that libraries set as they start. */
    private static final Set<String> SET_BY_LIBRARIES = Set.of(
            "catalina.base",
            "catalina.home",
            "catalina.useNaming",
            "com.zaxxer.hikari.pool_number",
            "java.awt.headless",
            "polyglot.engine.WarnInterpreterOnly");

    private final ConfigurableApplicationContext context;

    /** Returns once it serves requests. @param settings {@code vpclocal.*} properties, and Spring Boot's */
    public EmbeddedEmulator(Map<String, String> settings) {
        logWarnings();
        // There can be one in a JVM, and the program's own Tomcat may want to be it.
        TomcatURLStreamHandlerFactory.disable();
        Map<String, Optional<String>> properties = SET_BY_LIBRARIES.stream()
                .collect(Collectors.toMap(name -> name, name -> Optional.ofNullable(System.getProperty(name))));
        // Tomcat logs its start to the JDK's log, where the program's own lines go.
        Logger tomcat = Logger.getLogger("org.apache");
        java.util.logging.Level before = tomcat.getLevel();
        tomcat.setLevel(java.util.logging.Level.WARNING);
        try {
            context = application(settings).run();
        } finally {
            tomcat.setLevel(before);
            properties.forEach(EmbeddedEmulator::restore);
        }
    }

    /** The port it listens on. */
    @Override
    public int getAsInt() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void restore(String property, Optional<String> value) {
        value.ifPresentOrElse(text -> System.setProperty(property, text), () -> System.clearProperty(property));
    }

    private static SpringApplication application(Map<String, String> settings) {
        SpringApplication application = VpcLocalApplication.application();
        // Found on the stack otherwise, where there are the tests' classes.
        application.setMainApplicationClass(VpcLocalApplication.class);
        // Boot's logging leaves system properties and a bridge from the JDK's log behind.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.setEnvironment(new SettingsAlone(settings));
        application.setLogStartupInfo(false);
        // There is nothing to save, and the program's end need not wait.
        application.setRegisterShutdownHook(false);
        return application;
    }

    private static void logWarnings() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.reset();
            BasicConfigurator configurator = new BasicConfigurator();
            configurator.setContext(log);
            configurator.configure(log);
            log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
            log.getLogger("io.vpclocal").setLevel(Level.WARN);
        }
    }

    /** Without environment variables and system properties. */
    private static final class SettingsAlone extends StandardServletEnvironment {

        private static final Map<String, Object> EMBEDDED = Map.of(
                "spring.config.location", "classpath:/application.yml",
                "server.port", "0",
                "server.address", "127.0.0.1",
                "server.shutdown", "immediate",
                "springdoc.api-docs.enabled", "false",
                "springdoc.swagger-ui.enabled", "false",
                "vpclocal.control.ready-line", "false",
                // No scripts of this machine.
                "vpclocal.init.directory", "");

        private SettingsAlone(Map<String, String> settings) {
            getPropertySources().addFirst(new MapPropertySource("embedded", Map.copyOf(EMBEDDED)));
            getPropertySources().addFirst(new MapPropertySource("settings", Map.copyOf(settings)));
        }

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // None of the surroundings.
        }
    }
}
