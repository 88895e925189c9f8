package io.vpclocal;

import io.vpclocal.protocol.web.PortCheck;
import io.vpclocal.start.FailedStart;
import io.vpclocal.start.LoggingSettings;
import io.vpclocal.start.Settings;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.transaction.jta.autoconfigure.JtaAutoConfiguration;

/** Starts the emulator on port 4566. */
@SpringBootApplication(
        exclude = {
            // What would only be prepared and never used.
            ApplicationAvailabilityAutoConfiguration.class,
            DataSourceInitializationAutoConfiguration.class,
            DataWebAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            JtaAutoConfiguration.class,
            MultipartAutoConfiguration.class,
            ProjectInfoAutoConfiguration.class,
            TaskExecutionAutoConfiguration.class,
            TaskSchedulingAutoConfiguration.class
        })
@ConfigurationPropertiesScan
public class VpcLocalApplication {

    public static void main(String[] args) {
        if (isPackaged() && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            // The jar has bean definitions that were computed during packaging. A directory of classes may have
            // outdated
            // ones, so a run from it computes them again.
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        SpringApplication application = application();
        application.addListeners(new FailedStart());
        try {
            application.run(args);
        } catch (RuntimeException e) {
            if (!FailedStart.report(e, args)) {
                throw e;
            }
            System.exit(1);
        }
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(VpcLocalApplication.class);
        // Spring Boot's background initializer loads classes that this application does not need, which delays the
        // start.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !listener.getClass().getSimpleName().startsWith("BackgroundPreinitializing"))
                .toList());
        application.addListeners(new LoggingSettings());
        application.addInitializers(new PortCheck(), new Settings());
        return application;
    }

    private static boolean isPackaged() {
        var classFile = VpcLocalApplication.class.getResource("VpcLocalApplication.class");
        return classFile != null && classFile.getProtocol().equals("jar");
    }
}
