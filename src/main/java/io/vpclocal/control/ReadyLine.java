package io.vpclocal.control;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the line that tools for port 4566 wait for; inside another program's JVM there is nobody to tell. */
@Component
@ConditionalOnProperty(name = "vpclocal.control.ready-line", matchIfMissing = true)
class ReadyLine {

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void print() {
        System.out.println("Ready.");
    }
}
