package com.paloaltonetworks.cloudngfw.local.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file of UTF-8 text that comes from somebody else: what is not one, or has no end, is said and not read. */
public record TextFile(Path path) {

    /** Why a file cannot be read, for people. */
    public static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean tooLong;

        Unreadable(String reason, boolean tooLong) {
            super(reason);
            this.tooLong = tooLong;
        }

        public boolean isTooLong() {
            return tooLong;
        }
    }

    /**
     * The text; links are followed.
     *
     * @param most bytes that it may have
     * @throws NoSuchFileException when there is nothing
     * @throws Unreadable with the reason
     */
    public String read(int most) throws NoSuchFileException, Unreadable {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                throw new Unreadable(found.isDirectory() ? "it is a folder" : "it is a device or a pipe", false);
            }
            return text(bytes(most));
        } catch (NoSuchFileException | Unreadable e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new Unreadable("access is denied", false);
        } catch (FileSystemException e) {
            throw new Unreadable(e.getReason() == null ? e.getMessage() : e.getReason(), false);
        } catch (IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), false);
        }
    }

    private byte[] bytes(int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new Unreadable("it is longer than " + most + " bytes", true);
            }
            return bytes;
        }
    }

    private static String text(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("it is not UTF-8 text", false);
        }
    }
}
