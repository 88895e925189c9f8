package io.vpclocal.protocol.setting;

/** A setting with which the emulator cannot start. The message is a sentence for the user and names the setting. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetting(String message) {
        super(message);
    }

    public UnusableSetting(String message, Throwable cause) {
        super(message, cause);
    }
}
