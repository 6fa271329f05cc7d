package com.paloaltonetworks.cloudngfw.rulestack;

import static com.paloaltonetworks.cloudngfw.rulestack.RulestackProblems.each;

import com.paloaltonetworks.cloudngfw.core.Problem;
import com.paloaltonetworks.cloudngfw.core.content.Addresses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with a rulestack's objects and file types by themselves. */
final class ObjectProblems {

    private static final int LONGEST_CATEGORY_NAME = 29;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_HOST = 253;

    private final ResourceModel model;
    private final List<Problem> problems = new ArrayList<>();

    ObjectProblems(ResourceModel model) {
        this.model = model;
    }

    List<Problem> all() {
        SecurityObjects objects = model.getSecurityObjects();
        if (objects != null) {
            check("PrefixLists", objects.getPrefixLists(), PrefixList::getName, this::checkPrefixes);
            check("FqdnLists", objects.getFqdnLists(), FqdnList::getName, this::checkHosts);
            check(
                    "CustomUrlCategories",
                    objects.getCustomUrlCategories(),
                    CustomUrlCategory::getName,
                    this::checkCategory);
            check("IntelligentFeeds", objects.getIntelligentFeeds(), IntelligentFeed::getName, (path, feed) -> {});
            check("CertificateObjects", objects.getCertificateObjects(), CertObject::getName, this::checkCertificate);
        }
        checkFileTypes();
        return problems;
    }

    private <T> void check(String member, @Nullable List<T> list, Function<T, String> name, BiConsumer<String, T> one) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < each(list).size(); index++) {
            String path = "/SecurityObjects/" + member + "/" + index;
            T object = list.get(index);
            String own = name.apply(object);
            Integer first = own == null ? null : seen.putIfAbsent(own, index);
            if (first != null) {
                String message = "the same name as /SecurityObjects/" + member + "/" + first;
                add(path + "/Name", own, message, "rename one of them");
            }
            one.accept(path, object);
        }
    }

    private void checkPrefixes(String path, PrefixList list) {
        List<String> prefixes = each(list.getPrefixList());
        if (prefixes.isEmpty()) {
            add(path + "/PrefixList", null, "a prefix list needs an address", "add one such as 10.0.0.0/8");
        }
        for (int index = 0; index < prefixes.size(); index++) {
            String prefix = prefixes.get(index);
            if (!Addresses.isNetwork(prefix)) {
                String message = "'" + prefix + "' is not an address or CIDR block";
                add(path + "/PrefixList/" + index, prefix, message, "write one such as 10.0.0.0/8");
            }
        }
    }

    private void checkHosts(String path, FqdnList list) {
        List<String> hosts = each(list.getFqdnList());
        if (hosts.isEmpty()) {
            add(path + "/FqdnList", null, "an FQDN list needs a name", "add one such as www.example.com");
        }
        for (int index = 0; index < hosts.size(); index++) {
            String host = hosts.get(index);
            boolean longLabel = Arrays.stream(host.split("\\.")).anyMatch(label -> label.length() > LONGEST_LABEL);
            if (host.length() > LONGEST_HOST || longLabel) {
                String message = "a name has at most 253 characters, 63 between two dots";
                add(path + "/FqdnList/" + index, host, message, "shorten it");
            }
        }
    }

    private void checkCategory(String path, CustomUrlCategory category) {
        String name = category.getName();
        if (name == null) {
            add(path + "/Name", null, "a custom URL category needs a name", "add Name, for rules to refer to");
        } else if (name.length() > LONGEST_CATEGORY_NAME) {
            String message = "the name has " + name.length() + " characters";
            add(path + "/Name", name, message, "the service takes " + LONGEST_CATEGORY_NAME + " for a URL category");
        } else if (!name.matches("[A-Za-z].*")) {
            add(path + "/Name", name, "the name of a URL category begins with a letter", "put one before it");
        }
        if (each(category.getURLTargets()).isEmpty()) {
            String message = "a custom URL category needs at least one URL";
            add(path + "/URLTargets", null, message, "add one such as www.example.com/");
        }
    }

    /** Guess: the service takes exactly one of the two, as the vendor's other tools do. */
    private void checkCertificate(String path, CertObject certificate) {
        String arn = certificate.getCertificateSignerArn();
        boolean signed = arn != null && !arn.isEmpty();
        boolean selfSigned = Boolean.TRUE.equals(certificate.getCertificateSelfSigned());
        if (signed && selfSigned) {
            String message = "a certificate is either self-signed or that of CertificateSignerArn";
            add(path + "/CertificateSelfSigned", true, message, "remove one of the two");
        }
        if (!signed && !selfSigned) {
            String message = "a certificate is self-signed or kept in a secret";
            add(path, null, message, "set CertificateSelfSigned: true, or give CertificateSignerArn");
        }
    }

    private void checkFileTypes() {
        CustomSecurityProfiles profiles = model.getCustomSecurityProfiles();
        if (profiles == null) {
            return;
        }
        FileBlocking single = profiles.getFileBlocking();
        List<FileBlocking> list = each(profiles.getFileTypes());
        Map<String, String> seen = new HashMap<>();
        if (single != null && !list.contains(single)) { // Read shows a single file type in both forms
            if (!list.isEmpty()) {
                String message = "FileBlocking and FileTypes exclude each other";
                add("/CustomSecurityProfiles/FileBlocking", null, message, "make it one more item of FileTypes");
            }
            checkFileType("/CustomSecurityProfiles/FileBlocking", single, seen);
        }
        for (int index = 0; index < list.size(); index++) {
            checkFileType("/CustomSecurityProfiles/FileTypes/" + index, list.get(index), seen);
        }
    }

    private void checkFileType(String path, FileBlocking blocking, Map<String, String> seen) {
        String type = blocking.getFileType();
        String first = type == null ? null : seen.putIfAbsent(type, path);
        if (first != null) {
            add(path + "/FileType", type, "the same file type as " + first, "remove one of them");
        }
        if ("continue".equals(blocking.getAction())) {
            add(path + "/Action", "continue", "the service takes alert and block only", "write alert or block");
        }
    }

    private void add(String path, @Nullable Object value, String message, String remedy) {
        problems.add(Problem.at(path, value, message).mend(remedy));
    }
}
