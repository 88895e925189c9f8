package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;

/**
 * Reports a setting that makes the start impossible in one sentence. It is not a {@code FailureAnalyzer}, because Spring Boot
 * finds those in a file of the jar, which users' tests would read too.
 */
public final class FailedStart implements ApplicationListener<ApplicationFailedEvent> {

    /** Spring Boot would report the failure next, in many lines. */
    @Override
    public void onApplicationEvent(ApplicationFailedEvent failed) {
        if (sentence(failed.getException()).isPresent()) {
            LoggingSystem.get(SpringApplication.class.getClassLoader())
                    .setLogLevel(FailureAnalysisReporter.class.getPackageName(), LogLevel.OFF);
        }
    }

    /** @return false, with nothing printed, if no setting is the reason */
    public static boolean report(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(text -> System.err.println("VPC Local cannot start: " + text));
        return sentence.isPresent();
    }

    /** A message that names the wrong setting; empty for other failures. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSetting) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return unbound(failure);
    }

    /** The message of a value that cannot be converted to the type of its setting, such as a price. */
    private static Optional<String> unbound(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ConfigurationProperty property = cause instanceof BindException unbound ? unbound.getProperty() : null;
            if (property != null) {
                return Optional.of(UnusableSetting.named(property.getName().toString()) + " is '" + property.getValue()
                        + "', which is not valid.");
            }
        }
        return Optional.empty();
    }
}
