package io.vpclocal.control;

import io.vpclocal.protocol.setting.FileProblem;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the port to a file when the emulator serves requests, for a program that started it on port 0. */
@Component
@Order(0)
class PortFile implements ApplicationListener<ApplicationReadyEvent> {

    private final String file;

    /** @param file empty for none */
    PortFile(@Value("${vpclocal.control.port-file:}") String file) {
        this.file = file;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!file.isEmpty()) {
            write(
                    Path.of(file),
                    ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port"));
        }
    }

    /** The file appears atomically. */
    private static void write(Path file, String port) {
        try {
            if (file.getFileName() == null) {
                throw new FileSystemException(file.toString(), null, "is a directory");
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                Files.writeString(part, port);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UnusableSetting(
                    UnusableSetting.is("vpclocal.control.port-file", file) + ", but it cannot be written ("
                            + FileProblem.reason(e) + ").",
                    e);
        }
    }
}
