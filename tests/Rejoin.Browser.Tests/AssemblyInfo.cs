using Rejoin.Browser.Tests.Browsing;

[assembly: AssemblyFixture(typeof(SystemChromium))]
