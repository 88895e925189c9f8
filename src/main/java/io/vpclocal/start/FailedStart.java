package io.vpclocal.start;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
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
        if (sentence(failed.getException(), failed.getArgs()).isPresent()) {
            LoggingSystem logging = LoggingSystem.get(SpringApplication.class.getClassLoader());
            logging.setLogLevel(FailureAnalysisReporter.class.getPackageName(), LogLevel.OFF);
            // The settings of logging may not have been read yet.
            logging.setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        }
    }

    /** @return false, with nothing printed, if no setting is the reason */
    public static boolean report(Throwable failure, String... arguments) {
        Optional<String> sentence = sentence(failure, arguments);
        sentence.ifPresent(text -> System.err.println("VPC Local cannot start: " + text));
        return sentence.isPresent();
    }

    /**
     * A message that names the wrong setting; empty for other failures.
     *
     * @param arguments of the command line, which may have settings
     */
    public static Optional<String> sentence(Throwable failure, String... arguments) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSetting) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return UnboundSetting.sentence(failure).or(() -> SpringSettings.sentence(failure, arguments));
    }
}
