// Loaded first by every page under the strict header: notes each violation of it for the test that opened the page.
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(
    `${event.violatedDirective}: ${event.blockedURI || event.sample} (${event.sourceFile}:${event.lineNumber})`,
  );
});
