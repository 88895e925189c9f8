package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;

/**
 * Prints one sentence if a setting makes the start impossible. It is not a {@code FailureAnalyzer}, because Spring Boot finds
 * those in a file of the jar, which users' tests would read too.
 */
public final class FailedStart implements ApplicationListener<ApplicationFailedEvent> {

    @Override
    public void onApplicationEvent(ApplicationFailedEvent failed) {
        sentence(failed.getException()).ifPresent(sentence -> {
            System.err.println("VPC Local cannot start: " + sentence);
            // Spring Boot would report the failure next, with its stack trace.
            LoggingSystem.get(SpringApplication.class.getClassLoader())
                    .setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        });
    }

    /** The message of the wrong setting; empty for other failures. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSetting) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
