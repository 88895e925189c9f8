package io.vpclocal.control;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Ends the emulator from inside, as a signal ends it from outside. */
@Component
class Shutdown {

    private final ApplicationContext context;
    private final AtomicBoolean begun = new AtomicBoolean();

    Shutdown(ApplicationContext context) {
        this.context = context;
    }

    /** Returns at once: the caller's thread may be one that the end waits for. */
    void begin() {
        if (!begun.getAndSet(true)) {
            new Thread(() -> System.exit(SpringApplication.exit(context)), "ending").start();
        }
    }
}
