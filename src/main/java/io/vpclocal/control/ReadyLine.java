package io.vpclocal.control;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the line that tools for port 4566 wait for; inside another program's JVM there is nobody to tell. */
@Component
class ReadyLine {

    private final boolean wanted;

    ReadyLine(@Value("${vpclocal.control.ready-line:true}") boolean wanted) {
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void print() {
        if (wanted) {
            System.out.println("Ready.");
        }
    }
}
