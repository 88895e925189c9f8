package io.vpclocal.control.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An entry of a ZIP file. Its checksum is compared when its end is read, which {@link ZipFile} does not do. */
final class CheckedEntry extends CheckedInputStream {

    private final ZipEntry entry;

    private CheckedEntry(InputStream content, ZipEntry entry) {
        super(content, new CRC32());
        this.entry = entry;
    }

    static CheckedEntry open(ZipFile zip, ZipEntry entry) throws IOException {
        return new CheckedEntry(zip.getInputStream(entry), entry);
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(super.read(buffer, offset, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " does not have its checksum");
        }
        return read;
    }
}
