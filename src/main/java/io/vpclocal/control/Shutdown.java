package io.vpclocal.control;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Stops the emulator in the same way as a signal does. */
@Component
class Shutdown {

    private final ApplicationContext context;
    private final AtomicBoolean begun = new AtomicBoolean();

    Shutdown(ApplicationContext context) {
        this.context = context;
    }

    /** Returns at once, because the shutdown may wait for the caller's thread. */
    void begin() {
        if (!begun.getAndSet(true)) {
            new Thread(() -> System.exit(SpringApplication.exit(context)), "ending").start();
        }
    }
}
