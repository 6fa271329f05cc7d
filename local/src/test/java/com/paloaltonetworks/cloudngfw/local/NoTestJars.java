package com.paloaltonetworks.cloudngfw.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what is packaged for the tests of other modules, which ArchUnit's own option takes for main classes. */
final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("-tests.jar");
    }
}
